import { expect, test } from 'vitest'
import { connectionStatus } from '#shared/model/connection-status.ts'
import type { Verdict } from '#shared/model/judgement.ts'
import type { TestRunSummary } from '#shared/model/test-run.ts'
import { aConnection, anIdentityProvider, aPublication, aServiceProvider } from '#test/support/model/a-connection.ts'
import { connectionId, runId } from '#test/support/model/a-test-run.ts'

const latest = (verdict: Verdict | null): TestRunSummary => ({
  id: runId(1),
  connectionId: connectionId(1),
  target: 'application',
  state: verdict === null ? 'stopped' : 'judged',
  startedAt: '2026-11-22T08:00:00.000Z',
  verdict,
})
const ready = aConnection({ identityProvider: anIdentityProvider(), serviceProvider: aServiceProvider() })
const enabled = { ...ready, publication: aPublication({ state: 'enabled' }) }

test.each([
  ['only the intake', aConnection(), undefined, 'new'],
  ['both sides known', ready, undefined, 'ready'],
  ['a test that was stopped says nothing', ready, latest(null), 'ready'],
  ['tested', ready, latest('accepted'), 'tested'],
  ['a draft', { ...ready, publication: aPublication() }, undefined, 'draft'],
  ['enabled', enabled, latest('accepted'), 'enabled'],
  ['enabled, but the last login was refused', enabled, latest('rejected'), 'refused'],
  ['not verified', ready, latest('undecided'), 'not-verified'],
] as const)('%s', (_name, connection, run, expected) => expect(connectionStatus(connection, run)).toBe(expected))
