import type { Connection } from './connection.ts'
import { identityProviderSide, serviceProviderSide } from './connection-sides.ts'
import type { StepId, StepState } from './step.ts'
import type { TestRun, TestTarget } from './test-run.ts'

/** Where each step of a connection stands, from what is stored alone. */
export type StepStates = Readonly<Record<StepId, StepState>>

const serviceProviderStates = { missing: 'not-started', partly: 'needs-attention', whole: 'done' } as const

/** @param runs the connection's runs, newest first */
export function stepStates(connection: Connection, runs: readonly TestRun[]): StepStates {
  const test = newestEnded(runs, 'application')
  return {
    intake: 'done',
    'identity-provider': identityProviderState(connection),
    'service-provider': serviceProviderStates[serviceProviderSide(connection)],
    'test-login': testState(connection, test),
    claims: claimsState(connection, runs.find(wasJudged)),
    publish: publishState(connection),
  }
}

/** The newest run that is no longer going on. */
export function newestEnded(runs: readonly TestRun[], target: TestTarget): TestRun | undefined {
  return runs.find((run) => run.target === target && run.state !== 'running')
}

/**
 * A run says nothing about a connection whose identity provider was loaded again, or whose application has another
 * address, since. A draft's run knows the exact configuration; an application's is compared by what it shows.
 */
export function isOutdated(connection: Connection, run: TestRun): boolean {
  const side = identityProviderSide(connection)
  if (side === null || side.loadedAt > run.startedAt) return true
  // A published connection is tested as this computer has it: only the backend knows whether that is still the same.
  if (run.target === 'draft')
    return (
      connection.publication?.state === 'draft' &&
      connection.publication.configurationSha256 !== run.configurationSha256
    )
  // A run of the other protocol is about what the connection was.
  if ((run.openid !== null) !== (connection.intake.protocol === 'oidc')) return true
  if (run.openid !== null) return connection.openidClient === null || connection.openidClient.changedAt > run.startedAt
  return connection.serviceProvider === null || !wasMadeFor(connection.serviceProvider, run)
}

function wasMadeFor({ acsUrl, entityId }: { acsUrl: string; entityId: string }, run: TestRun): boolean {
  if (run.message !== null && run.message.postedTo !== acsUrl) return false
  return run.request === null || run.request.xml.includes(escaped(entityId))
}

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const wasJudged = (run: TestRun) => run.state === 'judged'

function identityProviderState(connection: Connection): StepState {
  const side = identityProviderSide(connection)
  if (side === null) return 'not-started'
  return side.verdict === 'valid' ? 'done' : 'needs-attention'
}

function testState(connection: Connection, run: TestRun | undefined): StepState {
  if (run === undefined) return 'not-started'
  if (isOutdated(connection, run)) return 'stale'
  return run.judgement?.verdict === 'accepted' ? 'done' : 'needs-attention'
}

function claimsState(connection: Connection, run: TestRun | undefined): StepState {
  if (run === undefined) return 'not-started'
  if (isOutdated(connection, run)) return 'stale'
  // Only the e-mail address must arrive (S05).
  return run.judgement?.identity?.profile.email ? 'done' : 'needs-attention'
}

function publishState(connection: Connection): StepState {
  const { publication } = connection
  if (publication === null) return 'not-started'
  if (publication.publishedAt === null) return 'needs-attention'
  const side = identityProviderSide(connection)
  return side !== null && side.loadedAt > publication.publishedAt ? 'stale' : 'done'
}
