import type { SimulatedSignIn } from '#shared/http-api/enforcement.ts'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { AdminContext } from '../admin-context.ts'
import { type Connection, listConnections } from '../connections/connection.ts'
import { decideOutcome } from '../login/decide-outcome.ts'
import type { PolicyRecord } from '../storage/stores/policy.ts'
import type { UserRecord } from '../storage/stores/users.ts'

const MOST_LISTED = 500

/**
 * How every active member would sign in if single sign-on were enforced now (B62). It asks what a sign-in asks; nothing is
 * written, and no identity provider is called: whether that lets them in, only a test shows.
 */
export async function simulateEnforcement({ tenant }: AdminContext) {
  const { stores } = tenant
  const policy = await stores.policy.read()
  const active = (await listConnections(stores, 'published')).filter(({ enabled }) => enabled)
  const known = new Set((await stores.identities.pairs()).map((pair) => `${pair.connectionId} ${pair.userId}`))
  const members = await stores.users.list(undefined, ['active'])
  const hasSignedIn = (member: UserRecord, id: ConnectionId) => known.has(`${id} ${member.id}`)
  const signIns = members.map((member) => simulate(member, { active, policy, hasSignedIn }))
  const lockedOut = signIns.filter(({ way }) => way === 'locked-out')
  const others = signIns.filter(({ way }) => way !== 'locked-out')
  return {
    members: members.length,
    canSignIn: others.length,
    lockedOut: lockedOut.length,
    ownersLeft: others.filter(({ role }) => role === 'owner').length,
    signIns: [...lockedOut, ...others].slice(0, MOST_LISTED),
  }
}

interface World {
  readonly active: readonly Connection[]
  readonly policy: PolicyRecord
  readonly hasSignedIn: (member: UserRecord, id: ConnectionId) => boolean
}

function simulate(member: UserRecord, { active, policy, hasSignedIn }: World): SimulatedSignIn {
  const domain = parseEmailAddress(member.email)?.domain ?? ''
  const serving = active.find(({ domains }) => domains.includes(domain))
  // Where every member is concerned, those whom no provider serves meet one that does not know their domain.
  const tried = serving ?? (policy.enforcementScope === 'all-members' ? active[0] : undefined)
  const { id, email, role } = member
  const common = { userId: id, email, role, connectionId: serving?.id ?? null }
  if (tried === undefined) return { ...common, way: 'other', outcome: null, proven: false }
  const proven = hasSignedIn(member, tried.id)
  const outcome = decideOutcome({
    email,
    groups: null,
    domains: tried.domains,
    byIdentity: proven ? member : undefined,
    byEmail: member,
    invitation: undefined,
    provisioning: policy,
    hasSeveralAccounts: false,
  })
  const way = outcome.kind === 'refused' ? 'locked-out' : 'single-sign-on'
  return { ...common, way, outcome, proven }
}
