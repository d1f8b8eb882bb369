import { describe, expect, test } from 'vitest'
import { compareEntities } from '#shared/comparison/compare-entities.ts'
import { differenceWords } from '#shared/findings/entity-difference-words.ts'
import { EntityDifference } from '#shared/model/entity-difference.ts'
import type { MetadataEntity } from '#shared/model/judgement.ts'
import { aCertificate } from '#test/support/model/a-certificate.ts'
import { aMetadataEntity } from '#test/support/model/a-metadata-entity.ts'

const BINDINGS = 'urn:oasis:names:tc:SAML:2.0:bindings'
const old = aCertificate({ name: 'old', sha256: 'aa'.repeat(32), notAfter: '2026-12-01T00:00:00.000Z' })
const fresh = aCertificate({ name: 'new', sha256: 'bb'.repeat(32), notAfter: '2036-12-01T00:00:00.000Z' })
const endpoint = (location: string, binding = 'HTTP-POST', more = {}) => ({
  binding: `${BINDINGS}:${binding}`,
  location,
  ...more,
})

/** `[weight, sentence]` of every difference. */
function told(before: Partial<MetadataEntity>, after: Partial<MetadataEntity>) {
  const differences = compareEntities(aMetadataEntity(before), aMetadataEntity(after))
  EntityDifference.array().parse(differences)
  return differences.map(differenceWords).map(({ weight, says, means }) => {
    expect(means).toMatch(/\.$|\?$/)
    return [weight, says]
  })
}

test('a version and itself do not differ, nor do they in the order of things', () => {
  const endpoints = [endpoint('https://a.example'), endpoint('https://b.example')]
  const one = { signingCertificates: [old, fresh], assertionConsumerServices: endpoints, nameIdFormats: ['x', 'y'] }
  const other = {
    signingCertificates: [fresh, old],
    assertionConsumerServices: endpoints,
    nameIdFormats: ['y', 'x'],
  }
  expect(told(one, one)).toEqual([])
  expect(told(one, other)).toEqual([])
})

describe('keys', () => {
  test('the first step of a rollover', () => {
    expect(told({ signingCertificates: [old] }, { signingCertificates: [old, fresh] })).toEqual([
      ['watch', 'A signing certificate was added: new (…bbbbbbbb, until 2036-12-01).'],
    ])
  })
  test('the last step of a rollover', () => {
    expect(told({ signingCertificates: [old, fresh] }, { signingCertificates: [fresh] })).toEqual([
      ['watch', 'A signing certificate was removed: old (…aaaaaaaa, until 2026-12-01).'],
    ])
  })
  test('a rollover at one stroke', () => {
    expect(told({ signingCertificates: [old] }, { signingCertificates: [fresh] })).toEqual([
      [
        'breaks',
        'The signing certificate old (…aaaaaaaa, until 2026-12-01) was replaced by new (…bbbbbbbb, until 2036-12-01).',
      ],
    ])
  })
  test('none is left', () => {
    expect(told({ signingCertificates: [old] }, { signingCertificates: [] })[0]?.[0]).toBe('breaks')
  })
  test('encryption begins', () => {
    expect(told({}, { encryptionCertificates: [fresh] })).toEqual([
      ['watch', 'An encryption certificate was added: new (…bbbbbbbb, until 2036-12-01).'],
    ])
  })
})

describe('endpoints', () => {
  test('moved: one went and one came under the same binding', () => {
    const before = [endpoint('https://a.example/sso', 'HTTP-Redirect'), endpoint('https://a.example/sso')]
    const after = [endpoint('https://b.example/sso', 'HTTP-Redirect'), endpoint('https://a.example/sso')]
    expect(told({ singleSignOnServices: before }, { singleSignOnServices: after })).toEqual([
      ['breaks', 'The sign-in URL for HTTP-Redirect moved from https://a.example/sso to https://b.example/sso.'],
    ])
  })
  test('added and removed under different bindings', () => {
    const before = [endpoint('https://a.example/slo')]
    const after = [endpoint('https://a.example/slo', 'HTTP-Redirect')]
    expect(told({ singleLogoutServices: before }, { singleLogoutServices: after })).toEqual([
      ['harmless', 'A sign-out URL for HTTP-Redirect was added: https://a.example/slo.'],
      ['watch', 'A sign-out URL for HTTP-POST was removed: https://a.example/slo.'],
    ])
  })
  test('another default among the same', () => {
    const both = (first: boolean) => [
      endpoint('https://a.example', 'HTTP-POST', { isDefault: first }),
      endpoint('https://b.example', 'HTTP-POST', { isDefault: !first }),
    ]
    expect(told({ assertionConsumerServices: both(true) }, { assertionConsumerServices: both(false) })).toEqual([
      ['watch', 'The default ACS URL changed from https://a.example to https://b.example.'],
    ])
  })
})

test('everything else that can change', () => {
  const after: Partial<MetadataEntity> = {
    entityId: 'https://other.example',
    roles: ['idp', 'sp'],
    wantAuthnRequestsSigned: true,
    wantAssertionsSigned: true,
    nameIdFormats: ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'],
    requestedAttributes: [{ name: 'mail', friendlyName: null, isRequired: true }],
    entityAttributes: [{ name: 'http://macedir.org/entity-category', values: ['https://refeds.org/category/hide'] }],
    displayName: 'Example',
    validUntil: '2027-01-01T00:00:00Z',
  }
  expect(told({}, after)).toEqual([
    ['breaks', 'The entity ID changed from https://idp.example.com/entity to https://other.example.'],
    ['harmless', 'The entity is now also a service provider.'],
    ['breaks', 'The identity provider now wants signed requests.'],
    ['breaks', 'The application now wants signed assertions.'],
    ['harmless', 'The name ID format persistent is now offered.'],
    ['watch', 'The attribute mail (required) is now asked for.'],
    ['watch', 'The entity attribute http://macedir.org/entity-category = https://refeds.org/category/hide was added.'],
    ['harmless', 'The display name changed from none to “Example”.'],
    ['harmless', 'The metadata is valid until 2027-01-01T00:00:00Z; it was without end.'],
  ])
  expect(told(after, {})).toHaveLength(9)
})
