import type { Connection } from '#shared/model/connection.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { aConnection, aPublication } from '#test/support/model/a-connection.ts'
import { anIntake } from '#test/support/model/an-intake.ts'
import { emptyWorld, type World } from './fake/world.ts'
import {
  draftConnection,
  expiredIdentityProvider,
  expiringConnections,
  manyConnections,
  readyConnection,
} from './samples/connections.ts'
import { acceptedWithWarnings } from './samples/judgements.ts'
import { invalidOpenidProvider, openidConnection } from './samples/openid.ts'
import { acceptedOpenidRun, refusedOpenidRun } from './samples/openid-runs.ts'
import { exercise, practiceIdp, tenant } from './samples/practice.ts'
import { aChange } from './samples/publication.ts'
import { aRun } from './samples/runs.ts'
import { aMember, anEvent, aTenant } from './samples/tenant.ts'

const bothRunning = { practiceIdp, tenant }

const oneConnection = (connection: Connection, changes: Partial<World> = {}): World =>
  emptyWorld({ connections: [connection], practiceIdp, ...changes })

const withRun = (ending: Parameters<typeof aRun>[2]): World => {
  const connection = readyConnection()
  const earlier = aRun(connection, 1, 'stopped', { startedAt: '2026-11-21T15:02:00.000Z' })
  const older = aRun(connection, 3, 'accepted', { startedAt: '2026-11-21T16:10:00.000Z' })
  return oneConnection(connection, { runs: [aRun(connection, 2, ending), older, earlier] })
}

const withWarnings = (): World => {
  const connection = readyConnection({ identityProvider: expiredIdentityProvider() })
  const run = aRun(connection, 2, 'accepted')
  return oneConnection(connection, {
    runs: [{ ...run, judgement: acceptedWithWarnings(run.judgement?.identity?.issuer ?? '') }],
  })
}

const withOpenidRun = (run: typeof acceptedOpenidRun): World => {
  const connection = openidConnection()
  return oneConnection(connection, { runs: [run(connection, 2)] })
}

const published = (state: 'draft' | 'published' | 'enabled'): World => {
  const publishedAt = state === 'draft' ? null : '2026-11-22T08:00:00.000Z'
  const connection = draftConnection({ publication: aPublication({ state, publishedAt }) })
  const runs = [
    aRun(connection, 4, 'accepted', { target: 'draft', startedAt: '2026-11-22T07:59:50.000Z' }),
    aRun(connection, 2, 'accepted'),
  ]
  return oneConnection(connection, { ...bothRunning, runs })
}

const long =
  'Internationale Gesellschaft für außergewöhnlich lange Firmenbezeichnungen und Verwaltungsdienstleistungen mbH'

const longNames = (): World => {
  const connection = readyConnection({
    intake: anIntake({
      displayName: long,
      applicationOwner: 'Maximiliane-Theodora von und zu Hohenstein-Wartenberg',
      domains: Array.from({ length: 8 }, (_, index) => `abteilung-${index}.${'sehr-'.repeat(6)}lang.example`),
    }),
  })
  const serviceProvider = connection.serviceProvider && {
    ...connection.serviceProvider,
    acsUrl: `https://app.customer.example/${'a-very-long-path/'.repeat(12)}acs?connection=conn_0000000000000000000001`,
  }
  const whole = { ...connection, serviceProvider }
  return oneConnection(whole, { runs: [aRun(whole, 2, 'wrong-audience')] })
}

const remotePlace = { kind: 'remote', url: 'https://sso.customer.example' } as const

/** A tenant with everything in it, or one that differs in a way worth looking at. */
const tenantOf = (changes: Parameters<typeof aTenant>[0] = {}) =>
  oneConnection(draftConnection({ publication: aPublication({ state: 'enabled' }) }), {
    ...bothRunning,
    admin: aTenant(changes),
  })

const manyPeople = () => {
  const members = Array.from({ length: 80 }, (_, index) => aMember(index + 1))
  const events = Array.from({ length: 120 }, (_, index) => anEvent(120 - index))
  return tenantOf({ members, events, lockedOut: members.slice(3, 8).map(({ email }) => email) })
}

/** Every state of the window worth looking at. The page takes one by `?scenario=`. */
export const scenarios: Readonly<Record<string, () => World>> = {
  empty: () => emptyWorld(),
  'empty-with-problem': () =>
    emptyWorld({
      info: {
        version: '0.1.0',
        electron: '45.4.1',
        secrets: 'lost',
        problems: [problem('workspace.connection-damaged')],
      },
    }),
  intake: () =>
    oneConnection(aConnection({ intake: anIntake({ displayName: 'Globex Corporation', provider: 'okta' }) })),
  'identity-provider': () => oneConnection(readyConnection({ serviceProvider: null })),
  'expired-certificate': () => oneConnection(readyConnection({ identityProvider: expiredIdentityProvider() })),
  'locked-secrets': () =>
    oneConnection(readyConnection({ serviceProvider: null }), {
      info: { version: '0.1.0', electron: '45.4.1', secrets: 'passphrase-unset', problems: [] },
    }),
  ready: () => oneConnection(readyConnection()),
  'login-running': () => oneConnection(readyConnection(), { nextEnding: null }),
  passed: () => withRun('accepted'),
  warnings: withWarnings,
  'wrong-audience': () => withRun('wrong-audience'),
  'not-verified': () => withRun('not-verified'),
  stopped: () => withRun('stopped'),
  'tenant-stopped': () => oneConnection(readyConnection()),
  draft: () => oneConnection(draftConnection(), bothRunning),
  'draft-tested': () => published('draft'),
  published: () => published('published'),
  enabled: () => published('enabled'),
  'change-untested': () => ({ ...published('enabled'), comparison: aChange(false) }),
  'change-tested': () => ({ ...published('enabled'), comparison: aChange(true) }),
  'long-names': longNames,
  'openid-intake': () =>
    oneConnection(
      openidConnection({
        intake: anIntake({ provider: 'entra', protocol: 'oidc' }),
        openidProvider: null,
        openidClient: null,
      }),
    ),
  'openid-invalid': () =>
    oneConnection(openidConnection({ openidProvider: invalidOpenidProvider(), openidClient: null })),
  'openid-passed': () => withOpenidRun(acceptedOpenidRun),
  'openid-refused': () => withOpenidRun(refusedOpenidRun),
  tenant: () => tenantOf(),
  'tenant-empty': () =>
    tenantOf({
      members: [],
      invitations: [],
      domains: [],
      sessions: [],
      apiKeys: [],
      events: [],
      signIns: [],
      mails: [],
    }),
  'tenant-unlicensed': () =>
    tenantOf({
      licence: { kind: 'none', plan: 'free', expiresAt: null, active: false, because: 'missing', clockWentBack: false },
    }),
  'tenant-many': manyPeople,
  'tenant-lock-out': () => tenantOf({ lockedOut: ['owner@customer.example', 'ada@customer.example'] }),
  'tenant-enforced': () =>
    tenantOf({
      enforced: true,
      outageWindow: {
        open: true,
        openedAt: '2026-11-22T07:45:00.000Z',
        until: '2026-11-22T08:45:00.000Z',
        reason: 'Identity provider is down, ticket 4711',
      },
    }),
  'tenant-offline': () => ({
    ...tenantOf({ refusal: problem('tenant.unreachable', null, 'Nothing answers at sso.customer.example.') }),
    tenant: { ...tenant, place: remotePlace, url: remotePlace.url, signInUrl: `${remotePlace.url}/sign-in` },
  }),
  'tenant-not-connected': () => ({
    ...tenantOf(),
    tenant: { state: 'stopped', place: remotePlace, problem: problem('tenant.not-trusted') },
  }),
  many: () => {
    const connections = manyConnections(30)
    const [, second, third] = connections
    const runs = [second && aRun(second, 6, 'wrong-audience'), third && aRun(third, 7, 'accepted')]
    return emptyWorld({ connections, practiceIdp, runs: runs.filter((run) => run !== undefined) })
  },
  expiring: () => emptyWorld({ connections: expiringConnections(), practiceIdp }),
  exercise: () => oneConnection(readyConnection(), { practiceIdp: { ...practiceIdp, exercise } }),
  faults: () =>
    oneConnection(readyConnection(), {
      practiceIdp: { ...practiceIdp, faults: ['wrong-audience', 'unsigned-response'] },
    }),
}
