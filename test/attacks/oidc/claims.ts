import { at, CLIENT, ISSUER } from '#test/support/oidc/token-message.ts'
import { type Attack, attacks, strictOnly } from './attack.ts'
import { signed, sound } from './world.ts'

type Codes = Attack['causes'][number]

/** One claim is broken in each. */
const broken = (
  row: string,
  cases: Readonly<Record<string, readonly [claims: Record<string, unknown>, cause: Codes]>>,
) =>
  attacks(
    row,
    sound,
    Object.fromEntries(
      Object.entries(cases).map(([id, [claims, cause]]) => [
        id,
        { name: JSON.stringify(claims), cause, build: (world) => signed(world, claims) },
      ]),
    ),
  )

const tid = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const other = '9188040d-6c67-4c5b-b112-36a304b66dad'
const entra = (id: string) => `https://login.microsoftonline.com/${id}/v2.0`
const manyTenants = { provider: { issuer: entra('{tenantid}'), tenants: [tid] } }

export const issuers = [
  ...broken('O5', {
    wrong: [{ iss: 'https://evil.example' }, 'oidc.issuer.mismatch'],
    prefix: [{ iss: `${ISSUER}.evil.example` }, 'oidc.issuer.mismatch'],
    slash: [{ iss: `${ISSUER}/` }, 'oidc.issuer.mismatch'],
    http: [{ iss: ISSUER.replace('https', 'http') }, 'oidc.issuer.mismatch'],
    capitals: [{ iss: ISSUER.toUpperCase() }, 'oidc.issuer.mismatch'],
    missing: [{ iss: undefined }, 'oidc.issuer.missing'],
    list: [{ iss: [ISSUER] }, 'oidc.issuer.missing'],
  }),
  ...attacks('O5', (world) => signed(world, { iss: entra(tid), tid }, manyTenants), {
    'another-tenant': {
      name: 'a genuine token of another tenant of the same provider',
      cause: 'oidc.tenant.mismatch',
      build: (world) => signed(world, { iss: entra(other), tid: other }, manyTenants),
    },
    'tenant-of-ours': {
      name: 'our tenant named beside the issuer of another',
      cause: 'oidc.issuer.mismatch',
      build: (world) => signed(world, { iss: entra(other), tid }, manyTenants),
    },
    'template-itself': {
      name: 'the template as issuer',
      cause: 'oidc.issuer.mismatch',
      build: (world) => signed(world, { iss: entra('{tenantid}'), tid: '{tenantid}' }, manyTenants),
    },
    'tenant-with-path': {
      name: 'a tenant that is a path',
      cause: 'oidc.issuer.mismatch',
      build: (world) => signed(world, { iss: entra('x/../y'), tid: 'x/../y' }, manyTenants),
    },
  }),
]

export const audiences = broken('O6', {
  wrong: [{ aud: 'other' }, 'oidc.audience.mismatch'],
  substring: [{ aud: `${CLIENT}.evil` }, 'oidc.audience.mismatch'],
  'part-of-ours': [{ aud: CLIENT.slice(0, -1) }, 'oidc.audience.mismatch'],
  capitals: [{ aud: CLIENT.toUpperCase() }, 'oidc.audience.mismatch'],
  missing: [{ aud: undefined }, 'oidc.audience.missing'],
  empty: [{ aud: [] }, 'oidc.audience.missing'],
  object: [{ aud: { [CLIENT]: true } }, 'oidc.audience.missing'],
  secondary: [{ aud: [CLIENT, 'evil'] }, 'oidc.audience.additional'],
  'secondary-azp': [{ aud: [CLIENT, 'evil'], azp: CLIENT }, 'oidc.audience.additional'],
  azp: [{ azp: 'evil' }, 'oidc.authorized-party.mismatch'],
  'azp-list': [{ azp: [CLIENT] }, 'oidc.authorized-party.mismatch'],
})

export const times = [
  ...broken('O7', {
    expired: [{ exp: at(-61), iat: at(-400), auth_time: at(-400) }, 'oidc.expiry.expired'],
    'no-exp': [{ exp: undefined }, 'oidc.expiry.missing'],
    'exp-text': [{ exp: 'never' }, 'oidc.expiry.unreadable'],
    'exp-number-as-text': [{ exp: String(at(300)) }, 'oidc.expiry.unreadable'],
    'exp-list': [{ exp: [at(300)] }, 'oidc.expiry.unreadable'],
    'exp-huge': [{ exp: 1e300 }, 'oidc.expiry.unreadable'],
    'no-iat': [{ iat: undefined }, 'oidc.issued-at.missing'],
    'iat-future': [{ iat: at(61) }, 'oidc.issued-at.in-the-future'],
    'iat-text': [{ iat: 'now' }, 'oidc.issued-at.unreadable'],
    'nbf-future': [{ nbf: at(61) }, 'oidc.not-before.too-early'],
    'nbf-object': [{ nbf: {} }, 'oidc.not-before.unreadable'],
    'week-old-and-expired': [
      { iat: at(-7 * 86_400), exp: at(-6 * 86_400), auth_time: undefined },
      'oidc.expiry.expired',
    ],
  }),
  ...attacks('O7', sound, {
    'week-old': {
      name: 'issued a week ago and good for a year',
      cause: 'oidc.issued-at.too-old',
      modes: strictOnly,
      build: (world) => signed(world, { iat: at(-7 * 86_400), exp: at(365 * 86_400), auth_time: undefined }),
    },
  }),
]

export const nonces = [
  ...broken('O8', {
    wrong: [{ nonce: 'of another login' }, 'oidc.nonce.mismatch'],
    missing: [{ nonce: undefined }, 'oidc.nonce.missing'],
    null: [{ nonce: null }, 'oidc.nonce.missing'],
    list: [{ nonce: ['n-0S6_WzA2Mj'] }, 'oidc.nonce.mismatch'],
  }),
  ...attacks('O8', (world) => signed(world, { nonce: undefined }, { request: { nonce: null } }), {
    'not-sent': {
      name: 'a nonce although none was sent',
      cause: 'oidc.nonce.unexpected',
      build: (world) => signed(world, {}, { request: { nonce: null } }),
    },
  }),
]

export const subjects = [
  ...broken('O11', {
    missing: [{ sub: undefined }, 'oidc.subject.missing'],
    empty: [{ sub: '' }, 'oidc.subject.missing'],
    object: [{ sub: { id: 'ada' } }, 'oidc.subject.missing'],
    number: [{ sub: 248289761001 }, 'oidc.subject.missing'],
    invisible: [{ sub: '2482\u200b89761001' }, 'oidc.subject.control-characters'],
    long: [{ sub: 'x'.repeat(300) }, 'oidc.subject.too-long'],
  }),
  ...attacks('O11', (world) => signed(world, {}, { requiredClaims: ['email'], emailDomains: ['example.com'] }), {
    ...emails({
      unverified: [{ email_verified: false }, 'oidc.claim.email.unverified'],
      'verified-as-text': [{ email_verified: 'false' }, 'oidc.claim.email.unverified'],
      'true-as-text': [{ email_verified: 'true' }, 'oidc.claim.email.unverified'],
      one: [{ email_verified: 1 }, 'oidc.claim.email.unverified'],
      'not-said': [{ email_verified: undefined }, 'oidc.claim.email.verification-unknown'],
      'foreign-domain': [{ email: 'ada@evil.example' }, 'oidc.claim.email.foreign-domain'],
      'sub-domain': [{ email: 'ada@example.com.evil.example' }, 'oidc.claim.email.foreign-domain'],
      'two-ats': [{ email: 'ada@evil.example@example.com' }, 'oidc.claim.email.not-an-address'],
      quoted: [{ email: '"ada@evil.example"@example.com' }, 'oidc.claim.email.not-an-address'],
      list: [{ email: ['ada@example.com'] }, 'oidc.claim.email.empty'],
      none: [{ email: undefined }, 'oidc.claim.email.missing'],
    }),
  }),
]

function emails(cases: Readonly<Record<string, readonly [claims: Record<string, unknown>, cause: Codes]>>) {
  const change = { requiredClaims: ['email'], emailDomains: ['example.com'] } as const
  return Object.fromEntries(
    Object.entries(cases).map(([id, [claims, cause]]) => [
      id,
      {
        name: JSON.stringify(claims),
        cause,
        build: (world: Parameters<typeof signed>[0]) => signed(world, claims, change),
      },
    ]),
  )
}
