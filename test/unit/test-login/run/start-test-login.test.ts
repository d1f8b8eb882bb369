import { describe, expect, test } from 'vitest'
import type { BegunSamlLogin, JudgedLogin } from '#main/test-login/run/login-judge.ts'
import {
  type CaughtCallback,
  LoginInterrupted,
  type LoginTransport,
  type SeenEvent,
} from '#main/test-login/run/login-transport.ts'
import { startTestLogin, type TestLoginOptions } from '#main/test-login/run/start-test-login.ts'
import { TestRun, type TimelineEvent } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { connectionId, runId } from '#test/support/model/a-test-run.ts'

const xml = '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>'
const page: SeenEvent = { kind: 'page', method: 'GET', url: 'https://idp.example/', status: 200, says: 'A page.' }
const judged: JudgedLogin = {
  judgement: { verdict: 'accepted', identity: null, findings: [], signatures: [], timing: {} },
  outcome: null,
  receipt: null,
}

const posted = (fields: readonly (readonly [string, string])[], method = 'POST'): CaughtCallback => ({
  method,
  url: 'https://app.example/acs',
  body: Buffer.from(new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString()),
})
const response = posted([
  ['SAMLResponse', Buffer.from(xml).toString('base64')],
  ['RelayState', 'abc'],
])

/** A test login whose parts are given or good-natured; the clock goes on by a second at each look. */
function setUp(changes: {
  login?: LoginTransport['login']
  judge?: BegunSamlLogin['judge']
  save?: TestLoginOptions['save']
}) {
  const saved: TestRun[] = []
  const events: TimelineEvent[] = []
  const reports: string[] = []
  let seconds = 0
  const start = () =>
    startTestLogin({
      id: runId(1),
      connectionId: connectionId(1),
      target: 'application',
      judge: {
        begin: async () => ({
          request: { id: '_1', xml: '<AuthnRequest/>', destination: 'https://idp.example/sso' },
          start: { url: 'https://idp.example/sso?SAMLRequest=x', form: null },
          callbackUrl: 'https://app.example/acs',
          configurationSha256: 'a'.repeat(64),
          judge: changes.judge ?? (async () => judged),
        }),
      },
      transport: {
        login:
          changes.login ??
          (async (_start, _callback, _signal, onEvent) => {
            onEvent(page)
            return response
          }),
      },
      clock: () => new Date(Date.UTC(2026, 10, 22, 8, 0, seconds++)),
      save: changes.save ?? (async (run) => void saved.push(TestRun.parse(run))),
      onEvent: (event) => events.push(event),
      report: (what) => reports.push(what),
    })
  return { start, saved, events, reports }
}

test('a run is saved as it goes: begun, seen, caught, judged', async () => {
  const { start, saved, events } = setUp({})
  const { run, ended } = await start()
  expect(run).toMatchObject({ state: 'running', timeline: [], message: null })
  const last = await ended
  expect(last).toMatchObject({
    state: 'judged',
    problem: null,
    request: { id: '_1' },
    message: { xml, relayState: 'abc', postedTo: 'https://app.example/acs' },
    judgement: { verdict: 'accepted' },
    timeline: [
      { ...page, at: 1000 },
      { kind: 'judged', says: 'The response was accepted.' },
    ],
  })
  expect(saved.map(({ state, message, timeline }) => [state, message !== null, timeline.length])).toEqual([
    ['running', false, 0],
    ['running', false, 1],
    ['running', true, 1],
    ['running', true, 2],
    ['judged', true, 2],
  ])
  expect(saved.at(-1)).toEqual(last)
  expect(events).toEqual(last.timeline)
})

test('the transport is told where to begin and what to catch', async () => {
  const asked: unknown[] = []
  const { start } = setUp({
    login: async (begin, callback) => {
      asked.push(begin, callback)
      return response
    },
  })
  await (await start()).ended
  expect(asked).toEqual([
    { url: 'https://idp.example/sso?SAMLRequest=x', form: null },
    { url: 'https://app.example/acs' },
  ])
})

test('a request that cannot be built makes no run', async () => {
  const { saved } = setUp({})
  const refusal = new InputRefused('connection.identity-provider-missing')
  const options = {
    judge: {
      begin: () => Promise.reject(refusal),
    },
    save: async (run: TestRun) => void saved.push(run),
  }
  await expect(startTestLogin(options as unknown as TestLoginOptions)).rejects.toBe(refusal)
  expect(saved).toEqual([])
})

describe('ends without a judgement', () => {
  test('when it is stopped: the signal reaches the transport', async () => {
    const { start } = setUp({
      login: (_start, _callback, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new LoginInterrupted('stopped', 'test-login.stopped')))
        }),
    })
    const { ended, stop } = await start()
    stop()
    expect(await ended).toMatchObject({ state: 'stopped', judgement: null, problem: { code: 'test-login.stopped' } })
  })

  test.each([
    [
      'the window is closed',
      new LoginInterrupted('stopped', 'test-login.window-closed'),
      'stopped',
      'test-login.window-closed',
    ],
    ['TLS fails', new LoginInterrupted('failed', 'test-login.tls'), 'failed', 'test-login.tls'],
    ['the transport breaks', new TypeError('bug'), 'failed', 'desktop.unexpected'],
  ])('when %s', async (_name, error, state, code) => {
    const { start, saved } = setUp({
      login: async (_start, _callback, _signal, onEvent) => {
        onEvent(page)
        throw error
      },
    })
    const run = await (await start()).ended
    expect(run).toMatchObject({ state, judgement: null, problem: { code }, timeline: [page] })
    expect(run.endedAt).not.toBeNull()
    expect(saved.at(-1)).toEqual(run)
  })

  test('when the judge cannot be reached: the message is kept', async () => {
    const { start } = setUp({
      judge: async () => {
        throw new InputRefused('tenant.not-running')
      },
    })
    const run = await (await start()).ended
    expect(run).toMatchObject({ state: 'failed', message: { xml }, problem: { code: 'tenant.not-running' } })
  })

  test.each([
    ['is a GET', posted([], 'GET'), 'test-login.no-response'],
    ['holds no response', posted([['RelayState', 'x']]), 'test-login.no-response'],
    ['is no form', { ...response, body: Buffer.from([0xff, 0xfe, 0]) }, 'test-login.no-response'],
    [
      'holds two responses',
      posted([
        ['SAMLResponse', 'YQ=='],
        ['SAMLResponse', 'Yg=='],
      ]),
      'test-login.several-responses',
    ],
  ])('when what was caught %s', async (_name, caught, code) => {
    const { start } = setUp({ login: async () => caught })
    expect(await (await start()).ended).toMatchObject({ state: 'failed', message: null, problem: { code } })
  })
})

test('what is no Base64 or no UTF-8 is kept as it came', async () => {
  for (const samlResponse of ['%%%', Buffer.from([0xc3, 0x28]).toString('base64')]) {
    const { start } = setUp({ login: async () => posted([['SAMLResponse', samlResponse]]) })
    expect((await (await start()).ended).message).toMatchObject({ samlResponse, xml: null, relayState: null })
  }
})

test('a full disk does not take the judgement away', async () => {
  let calls = 0
  const { start, reports } = setUp({
    save: async () => {
      calls += 1
      if (calls > 1) throw new Error('ENOSPC')
    },
  })
  expect(await (await start()).ended).toMatchObject({ state: 'judged', judgement: { verdict: 'accepted' } })
  expect(reports).toContain('A test login could not be saved')
})
