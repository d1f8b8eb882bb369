import { describe, expect, test } from 'vitest'
import { KeyCache } from '#main/oidc/discovery/key-cache.ts'
import { makeSigningKey, NOW, publicJwk } from '#test/support/oidc/token-message.ts'

const one = publicJwk(makeSigningKey('ES256', 'key-1'))
const two = publicJwk(makeSigningKey('ES256', 'key-2'))
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

/** A provider whose answer can be changed; an error is thrown. */
function provider(answer: unknown) {
  const state = { answer, asked: 0 }
  const cache = new KeyCache(async () => {
    state.asked += 1
    if (state.answer instanceof Error) throw state.answer
    return Buffer.from(typeof state.answer === 'string' ? state.answer : JSON.stringify(state.answer))
  })
  const idsFor = async (keyId: string | undefined, seconds: number) =>
    (await cache.keysFor(keyId, after(seconds))).keys.map(({ id }) => id)
  return { state, idsFor }
}

test('keys are fetched once and used for ten minutes', async () => {
  const { state, idsFor } = provider({ keys: [one] })
  for (const seconds of [0, 1, 300, 599]) expect(await idsFor('key-1', seconds)).toEqual(['key-1'])
  expect(state.asked).toBe(1)
  await idsFor('key-1', 600)
  expect(state.asked).toBe(2)
})

test('a key that came since is found at the first token that names it', async () => {
  const { state, idsFor } = provider({ keys: [one] })
  await idsFor('key-1', 0)
  state.answer = { keys: [one, two] }
  expect(await idsFor('key-2', 31)).toEqual(['key-1', 'key-2'])
})

test('a thousand tokens with names nobody knows cost a request each half minute', async () => {
  const { state, idsFor } = provider({ keys: [one] })
  for (let index = 0; index < 1_000; index += 1) await idsFor(`unknown-${index}`, index / 10)
  expect(state.asked).toBe(4)
})

test('logins that come at once share one request', async () => {
  const { state, idsFor } = provider({ keys: [one] })
  await Promise.all(Array.from({ length: 20 }, () => idsFor('key-1', 0)))
  expect(state.asked).toBe(1)
})

describe('the last good keys stay', () => {
  test.each([
    ['the provider is down', new Error('connection refused')],
    ['it answers with a page', '<p>Maintenance'],
    ['it answers with no keys', { keys: [] }],
    ['it answers with keys for encryption alone', { keys: [{ ...two, use: 'enc' }] }],
    ['a member stands twice', '{"keys":[],"keys":[]}'],
  ])('where %s', async (_name, answer) => {
    const { state, idsFor } = provider({ keys: [one] })
    await idsFor('key-1', 0)
    state.answer = answer
    expect(await idsFor('key-2', 700)).toEqual(['key-1'])
    state.answer = { keys: [two] }
    expect(await idsFor('key-2', 701)).toEqual(['key-1'])
    expect(await idsFor('key-2', 731)).toEqual(['key-2'])
  })
})

test('where there never were any, whoever asks is told why, and asks again', async () => {
  const { state, idsFor } = provider(new Error('connection refused'))
  await expect(idsFor('key-1', 0)).rejects.toThrow('connection refused')
  state.answer = { keys: [] }
  await expect(idsFor('key-1', 1)).rejects.toThrow('no key that verifies')
  state.answer = { keys: [one] }
  expect(await idsFor('key-1', 2)).toEqual(['key-1'])
})
