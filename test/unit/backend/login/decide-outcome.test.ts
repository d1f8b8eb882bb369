import { expect, test } from 'vitest'
import { type Account, decideOutcome, type SignInFacts } from '#main/backend/login/decide-outcome.ts'
import type { UserId } from '#shared/model/ids.ts'

const account = (change: Partial<Account> = {}): Account => ({
  id: 'user_0000000000000000000000' as UserId,
  role: 'admin',
  status: 'active',
  ...change,
})

const decide = (change: Partial<SignInFacts>) =>
  decideOutcome({
    email: 'ada@acme.example',
    domains: ['acme.example', 'acme.test'],
    byIdentity: undefined,
    byEmail: undefined,
    jit: { enabled: true, defaultRole: 'viewer' },
    ...change,
  })

test('a stranger gets an account with the default role, or is refused where none is made', () => {
  expect(decide({})).toEqual({ kind: 'created', role: 'viewer' })
  expect(decide({ jit: { enabled: false, defaultRole: 'viewer' } })).toEqual({ kind: 'refused', because: 'no-account' })
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
    const refused = { kind: 'refused', because: status }
    expect(decide({ byIdentity: account({ status }) })).toEqual(refused)
    expect(decide({ byEmail: account({ status }) })).toEqual(refused)
    expect(decide({ byIdentity: account({ status }), byEmail: account() })).toEqual(refused)
  },
)

test('without an address nobody comes in, not even who is known', () => {
  for (const email of [null, '', 'ada', '@acme.example', '"ada@acme.example"@acme.example', 'a b@acme.example']) {
    expect(decide({ email, byIdentity: account() })).toEqual({ kind: 'refused', because: 'email-missing' })
  }
})

test.each([
  'ada@another.example',
  'ada@sub.acme.example',
  'ada@acme.example.evil.test',
  'ada@evil.test@another.example',
])('%s is outside the domains of the connection and links nothing', (email) => {
  expect(decide({ email, byEmail: account() })).toMatchObject({ kind: 'refused' })
})

test('the domain is compared without regard to case', () => {
  expect(decide({ email: 'Ada@ACME.Example' })).toEqual({ kind: 'created', role: 'viewer' })
})
