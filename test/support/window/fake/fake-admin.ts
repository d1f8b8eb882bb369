import { administrationTexts } from '#shared/http-api/refusal-texts-administration.ts'
import type { apiKeysIpc } from '#shared/ipc/api-keys.ts'
import type { auditIpc } from '#shared/ipc/audit.ts'
import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { domainsIpc } from '#shared/ipc/domains.ts'
import type { membersIpc } from '#shared/ipc/members.ts'
import type { organisationIpc } from '#shared/ipc/organisation.ts'
import type { outboxIpc } from '#shared/ipc/outbox.ts'
import type { sessionsIpc } from '#shared/ipc/sessions.ts'
import type { setupLinkIpc } from '#shared/ipc/setup-link.ts'
import type { signInPolicyIpc } from '#shared/ipc/sign-in-policy.ts'
import { ID_BYTES, InvitationId, makeId } from '#shared/model/ids.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { connectionId } from '#test/support/model/a-test-run.ts'
import { anApiKey, type SampleTenant, simulated } from '../samples/tenant.ts'
import type { World } from './world.ts'

/** The organisation, where the backend can be reached. */
function held(world: World): SampleTenant {
  if (world.admin.refusal !== null) throw new InputRefused(world.admin.refusal)
  return world.admin
}

interface Asked {
  readonly query?: { readonly limit?: unknown; readonly cursor?: string | undefined } | undefined
}

/** As the backend does: pages of 100 unless asked otherwise; the cursor is where the next one begins. */
function page<T>(all: readonly T[], { query = {} }: Asked) {
  const from = Number(query.cursor ?? 0)
  const to = from + Number(query.limit ?? 100)
  return { items: all.slice(from, to), total: all.length, ...(to < all.length && { nextCursor: String(to) }) }
}

const done = { message: 'Done.' }
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const now = () => later(0)
const ours = <T extends { id: string }>(all: readonly T[], id: string, change: Partial<T>) =>
  all.map((one) => (one.id === id ? { ...one, ...change } : one))

export const fakeOrganisation = (world: World): FeatureHandlers<typeof organisationIpc> => ({
  get: async () => ({ organisation: held(world).organisation }),
  change: async ({ body }) => {
    const { organisation } = held(world)
    const { name = organisation.name, allowedDomains = organisation.allowedDomains } = body
    world.admin.organisation = { ...organisation, name, allowedDomains, version: `${organisation.version}+` }
    return { organisation: world.admin.organisation }
  },
  licence: async () => ({ licence: held(world).licence }),
  putLicence: async ({ body: { licence } }) => {
    const before = held(world).licence
    if (!licence.includes('signature'))
      throw new InputRefused('tenant.refused', null, {
        detail: `licence ${administrationTexts['licence.not-valid'].says}`,
      })
    const expiresAt = '2027-11-22T08:00:00.000Z'
    world.admin.licence = { ...before, kind: 'signed', plan: 'enterprise', expiresAt, active: true, because: null }
    return { licence: world.admin.licence }
  },
})

export const fakeMembers = (world: World): FeatureHandlers<typeof membersIpc> => ({
  list: async (asked) => {
    const status = asked.query?.status
    const shown = held(world).members.filter((member) =>
      status === undefined ? member.status !== 'removed' : member.status === status,
    )
    const { items: members, ...rest } = page(shown, asked)
    return { members, ...rest }
  },
  change: async ({ params: { id }, body: { role, active } }) => {
    const before = held(world).members.find((member) => member.id === id)
    if (before === undefined) throw new InputRefused('tenant.refused')
    if (before.role === 'owner') {
      const detail = 'This is the last active owner. Make another member an owner first.'
      throw new InputRefused('tenant.refused', null, { detail })
    }
    const isActive = active ?? before.active
    const status = isActive ? ('active' as const) : ('deactivated' as const)
    const member = { ...before, role: role ?? before.role, active: isActive, status }
    world.admin.members = ours(world.admin.members, id, member)
    return { member }
  },
  remove: async ({ params: { id } }) => {
    world.admin.members = ours(held(world).members, id, { status: 'removed', active: false })
    return done
  },
  invite: async ({ body: { email, role = 'member', days = 7 } }) => {
    const number = held(world).invitations.length + 1
    const id = makeId(InvitationId, 'inv', new Uint8Array(ID_BYTES).fill(number))
    const expiresAt = later(days * 1_440)
    const invitation = { id, email, role, state: 'open' as const, createdAt: now(), expiresAt, acceptedAt: null }
    world.admin.invitations.unshift(invitation)
    return {
      invitation,
      invitationUrl: 'http://127.0.0.1:7500/invitations/3xWkq0bS2m7vQ9f1YtR6LzN4aHcEoUdPjGiKsTbVwXy',
    }
  },
  invitations: async (asked) => {
    const { items: invitations, ...rest } = page(held(world).invitations, asked)
    return { invitations, ...rest }
  },
  revokeInvitation: async ({ params: { id } }) => {
    world.admin.invitations = ours(held(world).invitations, id, { state: 'revoked' })
    return done
  },
})

export const fakeDomains = (world: World): FeatureHandlers<typeof domainsIpc> => ({
  list: async () => ({ domains: held(world).domains, total: held(world).domains.length }),
  verify: async () => {
    world.admin.domains = held(world).domains.map((domain) => ({
      ...domain,
      state: 'verified',
      verifiedAt: now(),
      checkedAt: now(),
      problem: null,
    }))
    return { verified: true, domains: world.admin.domains }
  },
  check: async ({ query }) => {
    const domain = query?.domain ?? ''
    const isPublic = domain === 'gmail.com'
    const message = isPublic ? 'The domain is a public e-mail domain, where anybody can have an address.' : null
    return { domain, available: !isPublic, problem: isPublic ? 'public-mail' : null, message }
  },
})

export const fakeSignInPolicy = (world: World): FeatureHandlers<typeof signInPolicyIpc> => ({
  get: async () => ({ policy: held(world).policy }),
  change: async ({ body, version }) => {
    const { policy } = held(world)
    if (version !== undefined && version !== policy.version) throw new InputRefused('tenant.changed-meanwhile')
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
    world.admin.policy = { ...policy, ...given, version: `${policy.version}+` }
    return { policy: world.admin.policy }
  },
  enforcement: async () => ({ enforced: held(world).enforced, orgId: held(world).organisation.id }),
  setEnforcement: async ({ body: { enforced, override } }) => {
    const isUnpiloted = held(world).policy.requirePilot && override === undefined
    if (enforced && isUnpiloted)
      throw new InputRefused('tenant.not-proven', null, { detail: 'Let a pilot user sign in first.' })
    world.admin.enforced = enforced
    return { enforced, orgId: world.admin.organisation.id }
  },
  simulate: async () => {
    const signIns = simulated(held(world))
    const inside = signIns.filter(({ way }) => way !== 'locked-out')
    return {
      members: signIns.length,
      canSignIn: inside.length,
      lockedOut: signIns.length - inside.length,
      ownersLeft: inside.filter(({ role }) => role === 'owner').length,
      signIns,
    }
  },
  outageWindow: async () => ({ outageWindow: held(world).outageWindow }),
  openOutageWindow: async ({ body: { minutes, reason } }) => {
    held(world).outageWindow = { open: true, openedAt: now(), until: later(minutes), reason }
    return { outageWindow: world.admin.outageWindow }
  },
  closeOutageWindow: async () => {
    held(world).outageWindow = { open: false, openedAt: null, until: null, reason: null }
    return { outageWindow: world.admin.outageWindow }
  },
})

export const fakeSessions = (world: World): FeatureHandlers<typeof sessionsIpc> => ({
  list: async (asked) => {
    const { items: sessions, ...rest } = page(held(world).sessions, asked)
    return { sessions, ...rest }
  },
  revoke: async ({ params }) => {
    world.admin.sessions = held(world).sessions.filter(({ id }) => id !== params.id)
    return done
  },
  revokeOfMember: async ({ params }) => {
    world.admin.sessions = held(world).sessions.filter(({ userId }) => userId !== params.id)
    return done
  },
})

export const fakeApiKeys = (world: World): FeatureHandlers<typeof apiKeysIpc> => ({
  list: async (asked) => {
    const { items: apiKeys, ...rest } = page(held(world).apiKeys, asked)
    return { apiKeys, ...rest }
  },
  create: async ({ body: { name, scopes = ['org:update'], expiresAt = null } }) => {
    const apiKey = anApiKey(10 + held(world).apiKeys.length, { name, scopes, expiresAt })
    world.admin.apiKeys.push(apiKey)
    return { apiKey, secret: 'claimcheck_0000000000000000000010_3xWkq0bS2m7vQ9f1YtR6LzN4aHcEoUdPjGiKsTbVwXy' }
  },
  revoke: async ({ params: { id } }) => {
    world.admin.apiKeys = ours(held(world).apiKeys, id, { state: 'revoked' })
    return done
  },
})

export const fakeAudit = (world: World): FeatureHandlers<typeof auditIpc> => ({
  list: async (asked) => {
    const action = asked.query?.action
    const shown = held(world).events.filter((event) => action === undefined || event.action === action)
    const { items: events, ...rest } = page(shown, asked)
    return { events, ...rest }
  },
  verify: async () => ({ intact: true, events: held(world).events.length, head: 'c0de'.repeat(16), brokenAt: null }),
  signIns: async (asked) => {
    const { id, result } = asked.query ?? {}
    const shown = held(world)
      .signIns.filter((attempt) => id === undefined || attempt.id === id)
      .filter((attempt) => result === undefined || attempt.result === result)
    const { items: signIns, ...rest } = page(shown, asked)
    return { signIns, ...rest }
  },
  export: async () => '/home/robin/practice-organisation-audit-2026-11-22.jsonl',
})

export const fakeOutbox = (world: World): FeatureHandlers<typeof outboxIpc> => ({
  list: async (asked) => {
    const { items: mails, ...rest } = page(held(world).mails, asked)
    return { mails, ...rest }
  },
})

export const fakeSetupLink = (world: World): FeatureHandlers<typeof setupLinkIpc> => ({
  get: async () => ({ setupLink: held(world).setupLink }),
  create: async ({ body: { domains = [], days = 7 } }) => {
    const kept = { connectionId: connectionId(9), provider: null, lastTest: null, ...held(world).setupLink }
    const dates = { createdAt: now(), expiresAt: later(days * 24 * 60), completedAt: null }
    const setupLink = { ...kept, ...dates, state: 'open' as const, domains: domains.map(String) }
    world.admin.setupLink = setupLink
    return { setupLink, setupUrl: `https://sso.customer.example/setup/${'s'.repeat(43)}` }
  },
  revoke: async () => {
    const { setupLink } = held(world)
    if (setupLink?.state !== 'open') throw new InputRefused('tenant.changed-meanwhile')
    world.admin.setupLink = { ...setupLink, state: 'revoked' }
    return done
  },
})
