import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Feature } from '#shared/ipc/declare.ts'

vi.mock('electron', () => ({ ipcMain: { removeAllListeners: vi.fn() } }))

const { serve } = await import('#main/desktop/ipc/serve.ts')
const { contract } = await import('#shared/ipc/contract.ts')
const { call, event, Nothing } = await import('#shared/ipc/declare.ts')
const { loginBarContract } = await import('#shared/ipc/login-bar.ts')
const { InputRefused } = await import('#shared/problems/input-refused.ts')
const { aFrame, fakeChannels } = await import('#test/support/desktop/fake-channels.ts')
const { fakeHandlers } = await import('#test/support/desktop/fake-handlers.ts')

const sample = {
  sample: {
    double: call(z.object({ number: z.number({ error: 'Enter a number.' }) }), z.object({ doubled: z.number() })),
    forget: call(Nothing, Nothing),
    changed: event(z.string()),
  },
}

function serveSample(double: (input: { number: number }) => Promise<{ doubled: number }>) {
  const { channels, send } = fakeChannels()
  const reports: [what: string, cause: unknown][] = []
  serve(channels, {
    contract: sample,
    handlers: { sample: { double, forget: async () => undefined } },
    isOurs: (url) => url.startsWith('app://claimcheck/'),
    report: (what, cause) => reports.push([what, cause]),
  })
  return {
    ask: (input: unknown, frame?: Parameters<typeof send>[2]) => send('claimcheck:sample:double', input, frame),
    send,
    reports,
  }
}

describe('the contract is closed', () => {
  test.each([
    ['the main window', contract],
    ['the bar', loginBarContract],
  ])('of %s: every call is served, and nothing else is', (_name, served) => {
    const { channels, served: mounted } = fakeChannels()
    serve(channels, { contract: served, handlers: fakeHandlers(served) as never, isOurs: () => true, report: vi.fn() })
    const calls = Object.entries<Feature>(served).flatMap(([feature, members]) =>
      Object.entries(members).flatMap(([name, { kind }]) => (kind === 'call' ? `claimcheck:${feature}:${name}` : [])),
    )
    expect(calls.length).toBeGreaterThan(1)
    expect(mounted().sort()).toEqual(calls.sort())
  })

  test('a call without a handler stops the app at its start', () => {
    const { channels } = fakeChannels()
    const handlers = { sample: { forget: async () => undefined } } as never
    expect(() => serve(channels, { contract: sample, handlers, isOurs: () => true, report: vi.fn() })).toThrow(
      'No handler for sample.double',
    )
  })
})

describe('what crosses', () => {
  test("is checked on the way in: the handler is not called, the field and the schema's words come back", async () => {
    const double = vi.fn()
    const { ask } = serveSample(double)
    for (const input of [{ number: 'seven' }, {}, { number: null }]) {
      expect(await ask(input)).toEqual({
        ok: false,
        problem: {
          code: 'desktop.input-refused',
          field: 'number',
          what: 'A value is not as it must be. Enter a number.',
          remedy: expect.any(String),
        },
      })
    }
    expect(await ask('seven')).toMatchObject({ ok: false, problem: { code: 'desktop.input-refused', field: null } })
    expect(double).not.toHaveBeenCalled()
  })

  test('is cut down to the schema on the way out: no secret goes along by accident', async () => {
    const { ask } = serveSample(async ({ number }) => ({ doubled: 2 * number, privateKey: 'secret' }))
    expect(await ask({ number: 2, extra: true })).toEqual({ ok: true, value: { doubled: 4 } })
  })

  test('that is not as declared does not leave: the window hears of a fault, the log of the reason', async () => {
    const { ask, reports } = serveSample(async () => ({ doubled: 'four' }) as never)
    expect(await ask({ number: 2 })).toMatchObject({ ok: false, problem: { code: 'desktop.unexpected' } })
    expect(reports).toEqual([['sample.double answered against the contract', expect.any(z.ZodError)]])
  })
})

describe('a handler that fails', () => {
  test('with a refusal answers with its problem, and its cause goes to the log', async () => {
    const cause = new Error('details')
    const { ask, reports } = serveSample(async () => {
      throw new InputRefused('fetch.timeout', 'url', { cause })
    })
    expect(await ask({ number: 1 })).toMatchObject({ ok: false, problem: { code: 'fetch.timeout', field: 'url' } })
    expect(reports).toEqual([['sample.double refused: fetch.timeout', cause]])
  })

  test('with anything else says nothing about it to the window', async () => {
    const { ask, reports } = serveSample(async () => {
      throw new Error('password=hunter2')
    })
    const answer = await ask({ number: 1 })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'desktop.unexpected' } })
    expect(JSON.stringify(answer)).not.toContain('hunter2')
    expect(reports).toEqual([['sample.double failed', expect.any(Error)]])
  })
})

describe('a sender that is not ours', () => {
  const ours = aFrame('app://claimcheck/index.html')
  test.each([
    ['another page', aFrame('https://idp.example/')],
    ['a look-alike', aFrame('app://claimcheck.evil/')],
    ['a frame in our page', aFrame('app://claimcheck/index.html', ours)],
    ['a frame that is gone', null],
  ])('%s is refused, without a word about why', async (_name, frame) => {
    const double = vi.fn()
    const { ask, reports } = serveSample(double)
    await expect(ask({ number: 1 }, frame)).rejects.toThrow(/^refused$/)
    expect(double).not.toHaveBeenCalled()
    expect(reports).toHaveLength(1)
  })
})
