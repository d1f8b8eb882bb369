import { expect, test } from 'vitest'
import { entityUse } from '#shared/findings/entity-use-words.ts'
import { aCertificate } from '#test/support/model/a-certificate.ts'
import { aMetadataEntity } from '#test/support/model/a-metadata-entity.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'
const old = aCertificate({ sha256: 'aa'.repeat(32), notAfter: '2026-05-01T00:00:00.000Z' })
const fresh = aCertificate({ sha256: 'bb'.repeat(32), notAfter: '2036-05-01T00:00:00.000Z' })

test('of an identity provider', () => {
  expect(entityUse(aMetadataEntity({ signingCertificates: [old, fresh], wantAuthnRequestsSigned: true }), NOW)).toEqual(
    [
      'Login requests go to https://idp.example.com/sso by HTTP-Redirect, signed, because it wants that.',
      'Responses verify with the certificate …aaaaaaaa or …bbbbbbbb, 1 of them expired.',
      'Signing out here signs nobody out there.',
    ],
  )
  expect(entityUse(aMetadataEntity({ signingCertificates: [], singleSignOnServices: [] }), NOW).slice(0, 2)).toEqual([
    'No login can begin here: there is no sign-in URL for Redirect or POST.',
    'Nothing it signs can be verified: there is no signing certificate.',
  ])
})

test('of an application', () => {
  const assertionConsumerServices = [
    { binding: POST, location: 'https://a.example', isDefault: false },
    { binding: POST, location: 'https://b.example', isDefault: true },
  ]
  const requestedAttributes = [
    { name: 'urn:oid:1', friendlyName: 'mail', isRequired: true },
    { name: 'urn:oid:2', friendlyName: null, isRequired: false },
  ]
  const sp = aMetadataEntity({
    roles: ['sp'],
    assertionConsumerServices,
    requestedAttributes,
    encryptionCertificates: [old],
  })
  expect(entityUse(sp, NOW)).toEqual([
    'Responses are delivered to https://b.example, unless a request names another address of the list.',
    'Assertions would be encrypted to the certificate …aaaaaaaa, which has expired.',
    'It requires mail.',
  ])
})
