import { expect, test } from 'vitest'
import { fuzz } from '#test/fuzz/fuzz.ts'
import { makeTargets } from '#test/fuzz/targets.ts'

const SEED = 20_261_128

test('no changed message crashes a parser, takes long, or lets another person in', { timeout: 300_000 }, async () => {
  const targets = await makeTargets()
  const { inputs, failures } = await fuzz(targets, { inputs: 300, seconds: 240, seed: SEED })
  expect(failures).toEqual([])
  expect(inputs).toBeGreaterThan(300 * targets.length)
})

test('the same seed makes the same inputs, and another seed others', async () => {
  const inputsOf = async (seed: number) => {
    const seen: string[] = []
    const target = { name: 'any', seeds: ['<a b="c">d</a>'], run: (input: string) => void seen.push(input) }
    await fuzz([target], { inputs: 20, seconds: 10, seed })
    return seen
  }
  expect(await inputsOf(1)).toEqual(await inputsOf(1))
  expect(await inputsOf(1)).not.toEqual(await inputsOf(2))
})

test('what throws is a failure, with its input', async () => {
  const target = {
    name: 'fragile',
    seeds: ['<a/>'],
    run(input: string) {
      if (input.includes('<a/><a/>')) throw new Error('twice')
    },
  }
  const { failures } = await fuzz([target], { inputs: 2_000, seconds: 60, seed: 3 })
  expect(failures[0]).toMatchObject({ target: 'fragile', input: expect.stringContaining('<a/><a/>') })
})
