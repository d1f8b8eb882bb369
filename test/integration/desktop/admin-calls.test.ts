import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { adminHandlers } from '#main/desktop/ipc/handlers/admin-handlers.ts'
import { auditHandlers } from '#main/desktop/ipc/handlers/audit.ts'
import { apiKeyRoutes, apiKeysIpc } from '#shared/ipc/api-keys.ts'
import { auditIpc } from '#shared/ipc/audit.ts'
import { domainRoutes, domainsIpc } from '#shared/ipc/domains.ts'
import { memberRoutes, membersIpc } from '#shared/ipc/members.ts'
import { organisationIpc, organisationRoutes } from '#shared/ipc/organisation.ts'
import { outboxIpc, outboxRoutes } from '#shared/ipc/outbox.ts'
import { sessionRoutes, sessionsIpc } from '#shared/ipc/sessions.ts'
import { signInPolicyIpc, signInPolicyRoutes } from '#shared/ipc/sign-in-policy.ts'
import { openTestBackend } from '#test/support/backend/open-test-backend.ts'
import { openTestDesk } from '#test/support/desktop/handler-context.ts'
import { throughContract } from '#test/support/desktop/through-contract.ts'

/** The window's calls, through their contract and main, to a real backend. */
async function setUp() {
  const backend = await openTestBackend()
  const { apiKey } = await backend.organisation()
  const desk = await openTestDesk()
  desk.connectTo({ baseUrl: backend.url, apiKey })
  const { context } = desk
  return {
    ...desk,
    backend,
    organisation: throughContract(organisationIpc, adminHandlers(context, organisationRoutes)),
    members: throughContract(membersIpc, adminHandlers(context, memberRoutes)),
    domains: throughContract(domainsIpc, adminHandlers(context, domainRoutes)),
    signInPolicy: throughContract(signInPolicyIpc, adminHandlers(context, signInPolicyRoutes)),
    sessions: throughContract(sessionsIpc, adminHandlers(context, sessionRoutes)),
    apiKeys: throughContract(apiKeysIpc, adminHandlers(context, apiKeyRoutes)),
    audit: throughContract(auditIpc, auditHandlers(context)),
    outbox: throughContract(outboxIpc, adminHandlers(context, outboxRoutes)),
  }
}

test('everything that is read is what the backend holds', async () => {
  const { organisation, members, domains, signInPolicy, sessions, apiKeys, audit } = await setUp()
  expect((await organisation.get({})).organisation.name).toBe('Acme')
  expect((await organisation.licence({})).licence).toMatchObject({ kind: 'practice', active: true })
  expect((await members.list({ query: { limit: 1 } })).members[0]).toMatchObject({ role: 'owner', status: 'active' })
  expect(await members.invitations({})).toMatchObject({ invitations: [], total: 0 })
  expect(await domains.list({})).toEqual({ domains: [], total: 0 })
  expect(await domains.check({ query: { domain: 'gmail.com' } })).toMatchObject({ problem: 'public-mail' })
  expect((await signInPolicy.get({})).policy.defaultRole).toBe('member')
  expect((await signInPolicy.enforcement({})).enforced).toBe(false)
  expect(await signInPolicy.simulate({})).toMatchObject({ members: 1, lockedOut: 0 })
  expect((await signInPolicy.outageWindow({})).outageWindow.open).toBe(false)
  expect((await sessions.list({})).total).toBe(0)
  expect((await apiKeys.list({})).apiKeys).toHaveLength(1)
  expect((await audit.verify({})).intact).toBe(true)
  expect((await audit.list({ query: { action: 'sso.organisation.created' } })).total).toBe(1)
  expect((await audit.signIns({})).total).toBe(0)
})

test('a change is made, and one on top of what someone else has changed meanwhile is not', async () => {
  const { signInPolicy, members } = await setUp()
  const { version } = (await signInPolicy.get({})).policy
  expect((await signInPolicy.change({ body: { jitEnabled: false }, version })).policy.jitEnabled).toBe(false)
  await expect(signInPolicy.change({ body: { jitEnabled: true }, version })).rejects.toMatchObject({
    problem: { code: 'tenant.changed-meanwhile' },
  })
  expect((await signInPolicy.get({})).policy.jitEnabled).toBe(false)
  const [owner] = (await members.list({})).members
  await expect(members.remove({ params: { id: owner!.id } })).rejects.toMatchObject({
    problem: { code: 'tenant.refused', what: expect.stringContaining('last active owner') },
  })
})

test('what the route does not take is stopped before it leaves', async () => {
  const { members, context } = await setUp()
  await expect(members.invite({ body: { email: 'nobody', role: 'member' } })).rejects.toThrow(/e-mail address/)
  await expect(members.list({ query: { tenant: 'other' } } as never)).rejects.toThrow(/tenant/)
  expect(context.tenant.access().apiKey).not.toBe('')
})

test('the audit log is exported whole, one object a line; a person who cancels gets no file', async () => {
  const { audit, members, outbox, folder, dialog } = await setUp()
  const { invitationUrl } = await members.invite({ body: { email: 'grace@acme.example' } })
  const [mail] = (await outbox.list({})).mails
  expect(mail).toMatchObject({ to: 'grace@acme.example', text: expect.stringContaining(invitationUrl) })
  const filePath = join(folder, 'audit.jsonl')
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath })
  expect(await audit.export()).toBe(filePath)
  const lines = (await readFile(filePath, 'utf8')).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).action)).toEqual(['sso.organisation.created', 'sso.invitation.created'])
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' })
  expect(await audit.export()).toBeNull()
})
