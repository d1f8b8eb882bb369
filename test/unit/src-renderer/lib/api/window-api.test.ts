import { expect, test } from 'vitest'
import { AskRefused, problemOf } from '#renderer/lib/api/ask-refused.ts'
import { windowApi } from '#renderer/lib/api/window-api.ts'
import type { ClaimcheckBridge } from '#shared/ipc/contract.ts'
import { contract } from '#shared/ipc/contract.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'

type Answering = (feature: string, name: string, input: unknown) => unknown

/** Every member of the contract as one function. */
const bridgeOf = (answer: Answering) =>
  Object.fromEntries(
    Object.entries(contract).map(([feature, members]) => [
      feature,
      Object.fromEntries(Object.keys(members).map((name) => [name, (input: unknown) => answer(feature, name, input)])),
    ]),
  ) as ClaimcheckBridge

test('calls give the value of the answer', async () => {
  const asked: unknown[] = []
  const api = windowApi(
    bridgeOf((...call) => {
      asked.push(call)
      return Promise.resolve({ ok: true, value: null })
    }),
  )
  expect(await api.identityProvider.loadUrl({ connectionId: 'conn_1' as never, url: 'x' })).toBeNull()
  expect(asked).toEqual([['identityProvider', 'loadUrl', { connectionId: 'conn_1', url: 'x' }]])
})

test('a refusal is thrown with its problem', async () => {
  const refusal = problem('connection.not-found')
  const api = windowApi(bridgeOf(() => Promise.resolve({ ok: false, problem: refusal })))
  const thrown = await api.connections.list().catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(AskRefused)
  expect(problemOf(thrown)).toEqual(refusal)
})

test('what is mended after a refusal is asked for once more, and no oftener', async () => {
  let asked = 0
  const refusal = problem('secrets.locked')
  const bridge = bridgeOf(() =>
    Promise.resolve(++asked === 2 ? { ok: true, value: [] } : { ok: false, problem: refusal }),
  )
  expect(await windowApi(bridge, async ({ code }) => code === 'secrets.locked').connections.list()).toEqual([])
  const again = windowApi(bridge, async () => true).connections.list()
  await expect(again).rejects.toBeInstanceOf(AskRefused)
  expect(asked).toBe(4)
})

test('an error that is no refusal becomes a problem that can be shown', () => {
  expect(problemOf(new Error('secret')).code).toBe('desktop.unexpected')
})

test('events pass their listener on and give back how to stop', () => {
  const stop = () => undefined
  const api = windowApi(bridgeOf(() => stop))
  expect(api.tenant.changed(() => undefined)).toBe(stop)
})
