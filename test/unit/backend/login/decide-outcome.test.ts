import { expect, test } from 'vitest'
import { type Account, decideOutcome, type SignInFacts } from '#main/backend/login/decide-outcome.ts'
import type { UserId } from '#shared/model/ids.ts'
import type { Provisioning } from '#shared/model/provisioning.ts'

const account = (change: Partial<Account> = {}): Account => ({
  id: 'user_0000000000000000000000' as UserId,
  role: 'admin',
  status: 'active',
  ...change,
})

const settings = (change: Partial<Provisioning> = {}): Provisioning => ({
  jitEnabled: true,
  jitSingleAccountOnly: false,
  defaultRole: 'viewer',
  newAccount: 'refuse',
  groupSync: 'never',
  groupRoles: [],
  ...change,
})

const decide = (change: Partial<SignInFacts>) =>
  decideOutcome({
    email: 'ada@acme.example',
    groups: null,
    domains: ['acme.example', 'acme.test'],
    byIdentity: undefined,
    byEmail: undefined,
    invitation: undefined,
    provisioning: settings(),
    hasSeveralAccounts: false,
    ...change,
  })

const refused = (because: string) => ({ kind: 'refused', because })
const invitation = (state: 'open' | 'lapsed') => ({ role: 'admin', state }) as const
const closed = settings({ jitEnabled: false })

test('a stranger gets an account with the default role, is offered one, or is refused, as the organisation set it', () => {
  expect(decide({})).toEqual({ kind: 'created', role: 'viewer' })
  expect(decide({ provisioning: closed })).toEqual(refused('no-account'))
  expect(decide({ provisioning: { ...closed, newAccount: 'ask' } })).toEqual({ kind: 'offered', role: 'viewer' })
  expect(decide({ provisioning: settings({ newAccount: 'ask' }) })).toEqual({ kind: 'created', role: 'viewer' })
})

test('accounts for single-account customers alone: those with several are invited, or asked', () => {
  const provisioning = settings({ jitSingleAccountOnly: true })
  expect(decide({ provisioning })).toEqual({ kind: 'created', role: 'viewer' })
  expect(decide({ provisioning, hasSeveralAccounts: true })).toEqual(refused('single-account'))
  expect(decide({ hasSeveralAccounts: true })).toEqual({ kind: 'created', role: 'viewer' })
  const asking = { ...provisioning, newAccount: 'ask' } as const
  expect(decide({ provisioning: asking, hasSeveralAccounts: true })).toEqual({ kind: 'offered', role: 'viewer' })
})

test('an invitation is accepted with its role, whether or not accounts are made; one that has lapsed is named', () => {
  for (const provisioning of [settings(), closed, { ...closed, newAccount: 'ask' } as const]) {
    expect(decide({ provisioning, invitation: invitation('open') })).toEqual({ kind: 'invited', role: 'admin' })
  }
  expect(decide({ provisioning: closed, invitation: invitation('lapsed') })).toEqual(refused('invite-needed'))
  expect(decide({ invitation: invitation('lapsed') })).toEqual({ kind: 'created', role: 'viewer' })
  expect(decide({ byEmail: account({ role: 'member' }), invitation: invitation('open') })).toEqual({
    kind: 'linked',
    role: 'member',
  })
})

test('an account is known by its identity, linked by its address, and keeps its role', () => {
  expect(decide({ byIdentity: account() })).toEqual({ kind: 'known', role: 'admin' })
  expect(decide({ byEmail: account({ role: 'owner' }) })).toEqual({ kind: 'linked', role: 'owner' })
  const both = { byIdentity: account({ role: 'member' }), byEmail: account({ role: 'owner' }) }
  expect(decide(both)).toEqual({ kind: 'known', role: 'member' })
})

test.each(['deactivated', 'removed'] as const)(
  'a %s account is refused, however it was found, and not made again',
  (status) => {
    expect(decide({ byIdentity: account({ status }) })).toEqual(refused(status))
    expect(decide({ byEmail: account({ status }) })).toEqual(refused(status))
    expect(decide({ byIdentity: account({ status }), byEmail: account() })).toEqual(refused(status))
    expect(decide({ byEmail: account({ status }), invitation: invitation('lapsed') })).toEqual(refused(status))
  },
)

test('an invitation brings back who was removed, and nobody who is deactivated', () => {
  const open = invitation('open')
  expect(decide({ byEmail: account({ status: 'removed' }), invitation: open })).toEqual({
    kind: 'invited',
    role: 'admin',
  })
  expect(decide({ byEmail: account({ status: 'deactivated' }), invitation: open })).toEqual(refused('deactivated'))
})

const groupRoles: Provisioning['groupRoles'] = [
  { group: 'staff', role: 'member' },
  { group: 'it', role: 'admin' },
]

test('groups give the highest role that matches: never, to newcomers, or at every sign-in', () => {
  const groups = ['staff', 'it', 'another']
  const by = (groupSync: Provisioning['groupSync']) => ({ provisioning: settings({ groupSync, groupRoles }), groups })
  const member = account({ role: 'member' })
  expect(decide(by('never'))).toEqual({ kind: 'created', role: 'viewer' })
  expect(decide(by('first-sign-in'))).toEqual({ kind: 'created', role: 'admin' })
  expect(decide(by('every-sign-in'))).toEqual({ kind: 'created', role: 'admin' })
  expect(decide({ ...by('first-sign-in'), byIdentity: member })).toEqual({ kind: 'known', role: 'member' })
  expect(decide({ ...by('every-sign-in'), byIdentity: member })).toEqual({
    kind: 'known',
    role: 'admin',
    roleBefore: 'member',
  })
  expect(decide({ ...by('every-sign-in'), byEmail: member })).toMatchObject({ kind: 'linked', role: 'admin' })
})

test('whoever has left every group falls back; a claim that did not arrive changes nothing, and no owner is demoted', () => {
  const provisioning = settings({ groupSync: 'every-sign-in', groupRoles })
  const admin = { byIdentity: account(), provisioning }
  expect(decide({ ...admin, groups: ['another'] })).toEqual({ kind: 'known', role: 'viewer', roleBefore: 'admin' })
  expect(decide({ ...admin, groups: [] })).toMatchObject({ role: 'viewer' })
  expect(decide({ ...admin, groups: null })).toEqual({ kind: 'known', role: 'admin' })
  const owner = { byIdentity: account({ role: 'owner' }), provisioning }
  expect(decide({ ...owner, groups: ['staff'] })).toEqual({ kind: 'known', role: 'owner' })
  const unmapped = settings({ groupSync: 'every-sign-in' })
  expect(decide({ ...admin, provisioning: unmapped, groups: ['staff'] })).toEqual({ kind: 'known', role: 'admin' })
  expect(decide({ provisioning, groups: ['another'], invitation: invitation('open') })).toMatchObject({ role: 'admin' })
})

test('without an address nobody comes in, not even who is known', () => {
  for (const email of [null, '', 'ada', '@acme.example', '"ada@acme.example"@acme.example', 'a b@acme.example']) {
    expect(decide({ email, byIdentity: account() })).toEqual(refused('email-missing'))
  }
})

test.each([
  'ada@another.example',
  'ada@sub.acme.example',
  'ada@acme.example.evil.test',
  'ada@evil.test@another.example',
])('%s is outside the domains of the connection and links nothing', (email) => {
  expect(decide({ email, byEmail: account(), invitation: invitation('open') })).toMatchObject({ kind: 'refused' })
})

test('the domain is compared without regard to case', () => {
  expect(decide({ email: 'Ada@ACME.Example' })).toEqual({ kind: 'created', role: 'viewer' })
})

test('a mailbox or a password opens the account that is there, or an invitation, and makes none unasked', () => {
  const byMail = (change: Partial<SignInFacts>) => decide({ domains: null, email: 'ada@elsewhere.example', ...change })
  expect(byMail({ byEmail: account() })).toEqual({ kind: 'known', role: 'admin' })
  expect(byMail({ invitation: invitation('open') })).toEqual({ kind: 'invited', role: 'admin' })
  expect(byMail({})).toEqual(refused('no-account'))
  expect(byMail({ provisioning: settings({ newAccount: 'ask' }) })).toEqual(refused('no-account'))
  expect(byMail({ invitation: invitation('lapsed') })).toEqual(refused('invite-needed'))
  expect(byMail({ byEmail: account({ status: 'deactivated' }) })).toEqual(refused('deactivated'))
  expect(byMail({ byEmail: account({ status: 'removed' }) })).toEqual(refused('removed'))
})
