import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ChildProcess } from '#main/desktop/processes/child-process.ts'
import { call, event, Nothing } from '#shared/ipc/declare.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { FakeProcess } from '#test/support/desktop/fake-process.ts'

const contract = {
  work: {
    double: call(z.object({ number: z.number() }), z.object({ doubled: z.number() })),
    wait: call(Nothing, Nothing),
    told: event(z.object({ what: z.string() })),
  },
}

function start(changes: { double?: (input: { number: number }) => Promise<{ doubled: number }> } = {}) {
  const double = changes.double ?? (async ({ number }: { number: number }) => ({ doubled: 2 * number }))
  const process = new FakeProcess(contract, { work: { double, wait: () => new Promise<void>(() => undefined) } })
  const [onCrash, onTold, report] = [vi.fn(), vi.fn(), vi.fn()]
  const child = new ChildProcess(process.port, { contract, crashed: 'tenant.crashed', onCrash, onTold, report })
  return { process, child, onCrash, onTold, report }
}

test('answers each question with its own answer', async () => {
  const { child } = start()
  const answers = await Promise.all([1, 2, 3].map((number) => child.ask.work.double({ number })))
  expect(answers).toEqual([{ doubled: 2 }, { doubled: 4 }, { doubled: 6 }])
})

test('a refusal comes across with its words, a fault without its details', async () => {
  const refusing = start({ double: () => Promise.reject(new InputRefused('tenant.port-taken', 'port')) })
  await expect(refusing.child.ask.work.double({ number: 1 })).rejects.toMatchObject({
    problem: { code: 'tenant.port-taken', field: 'port' },
  })
  const failing = start({ double: () => Promise.reject(new Error('details')) })
  await expect(failing.child.ask.work.double({ number: 1 })).rejects.toMatchObject({
    problem: { code: 'desktop.unexpected' },
  })
})

test('both ends hold the other to the contract', async () => {
  const { child, process, report, onTold } = start({ double: async () => ({ doubled: 'two' }) as never })
  await expect(child.ask.work.double({ number: 'one' } as never)).rejects.toThrow(z.ZodError)
  await expect(child.ask.work.double({ number: 1 })).rejects.toMatchObject({ problem: { code: 'desktop.unexpected' } })
  process.say({ kind: 'answered', id: 'x' })
  process.say('nonsense')
  process.say({ kind: 'answered', id: 999, answer: { ok: true, value: 1 } })
  process.say({ kind: 'told', feature: 'work', name: 'other', payload: {} })
  process.say({ kind: 'told', feature: 'work', name: 'told', payload: { what: 'hello', extra: 1 } })
  await expect.poll(() => onTold.mock.calls).toEqual([['work', 'told', { what: 'hello' }]])
  expect(report).toHaveBeenCalledTimes(2)
})

describe('when the process ends', () => {
  test('by itself, whoever waits is told, and so is everyone who asks later', async () => {
    const { child, process, onCrash } = start()
    const waiting = child.ask.work.wait(undefined)
    process.exit(7)
    await expect(waiting).rejects.toMatchObject({ problem: { code: 'tenant.crashed' } })
    await expect(child.ask.work.double({ number: 1 })).rejects.toMatchObject({ problem: { code: 'tenant.crashed' } })
    expect(onCrash).toHaveBeenCalledWith(7)
  })

  test('because it was asked to, it is no crash', async () => {
    const { child, process, onCrash } = start()
    await child.stop(async () => undefined)
    expect(process.isAlive).toBe(false)
    expect(onCrash).not.toHaveBeenCalled()
    await child.stop(async () => undefined)
  })

  test('and it does not want to, it is ended all the same', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const { child, process } = start()
    const stopping = child.stop(() => new Promise(() => undefined))
    await vi.advanceTimersByTimeAsync(5_000)
    await stopping
    expect(process.isAlive).toBe(false)
    vi.useRealTimers()
  })
})
