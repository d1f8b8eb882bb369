import { beforeAll, describe, expect, test } from 'vitest'
import { type ComparedSides, compareSides } from '#main/checks/comparison/compare-sides.ts'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import { startLogin } from '#main/saml/service-provider/start-login.ts'
import type { ComparedId, SideId } from '#shared/model/side-comparison.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { ACS, assertionXml, IDP, NOW, responseXml, SP } from '#test/support/saml/response-message.ts'
import { encryptedAssertion } from '#test/support/xml/encrypt.ts'

const SSO = 'https://idp.example.com/sso'
let key: SigningIdentity
let sides: ComparedSides
beforeAll(async () => {
  key = await makeSigningIdentity()
  const certificate = key.certificate.x509.raw.toString('base64')
  const { request } = startLogin({
    id: '_r',
    issueInstant: NOW,
    issuer: SP,
    destination: SSO,
    acsUrl: ACS,
    binding: 'redirect',
    relayState: 'r',
    signWith: { key: key.privateKey, hash: 'sha256' },
  })
  sides = {
    configuration: { issuer: IDP, 'entity-id': SP, 'acs-url': ACS, 'sign-in-url': SSO },
    identityProviderMetadata: writeIdentityProviderMetadata({
      entityId: IDP,
      singleSignOnServices: [
        { binding: BINDING_REDIRECT, location: SSO },
        { binding: BINDING_POST, location: `${SSO}/post` },
      ],
      singleLogoutServices: [],
      signingCertificates: [certificate],
      wantAuthnRequestsSigned: false,
    }),
    serviceProviderMetadata: writeServiceProviderMetadata({
      entityId: SP,
      acsUrl: ACS,
      signOutUrl: null,
      certificate,
      wantAssertionsSigned: true,
      authnRequestsSigned: true,
    }),
    request: request.xml,
    response: responseXml(),
    decryptionKeys: [],
  }
})

const sideOf = (changes: Partial<ComparedSides>, id: ComparedId, side: SideId) =>
  compareSides({ ...sides, ...changes })
    .find((row) => row.id === id)
    ?.sides.find((one) => one.side === side)

test('four that agree say the same under the names they have there', () => {
  const rows = compareSides(sides)
  expect(rows.flatMap((row) => row.sides.map(({ agrees }) => agrees))).not.toContain(false)
  expect(
    rows.map(({ id, sides: all }) => [id, ...all.map(({ values }) => values.map(({ name }) => name).join('|'))]),
  ).toEqual([
    ['issuer', 'Entity ID', 'entityID', '', 'Issuer of the response|Issuer of the assertion'],
    ['entity-id', 'Entity ID', 'entityID', 'Issuer', 'Audience'],
    ['acs-url', 'ACS URL', 'AssertionConsumerService, POST', 'AssertionConsumerServiceURL', 'Destination|Recipient'],
    ['sign-in-url', 'Sign-in URL', 'SingleSignOnService, Redirect|SingleSignOnService, POST', 'Destination', ''],
  ])
})

describe('one that differs is told apart', () => {
  test.each([
    ['a slash at the end of the entity ID', 'entity-id', { conditions: audience(`${SP}/`) }],
    ['a no-break space after the entity ID', 'entity-id', { conditions: audience(`${SP}\u00a0`) }],
    [
      'a Cyrillic letter in the issuer',
      'issuer',
      { assertionIssuer: `<saml:Issuer>${IDP.replace('e', 'е')}</saml:Issuer>` },
    ],
    ['a recipient of another case', 'acs-url', { confirmation: recipient(ACS.replace('/acs', '/ACS')) }],
  ] as const)('%s', (_name, id, change) => {
    const response = responseXml(change)
    expect(sideOf({ response }, id, 'response')).toMatchObject({ agrees: false })
    expect(sideOf({ response }, id, 'request')?.agrees ?? null).not.toBe(false)
  })

  test('of several audiences ours is enough', () => {
    const response = responseXml({ conditions: audience('https://other.example', SP) })
    const side = sideOf({ response }, 'entity-id', 'response')
    expect(side?.agrees).toBe(true)
    expect(side?.values.map(({ agrees }) => agrees)).toEqual([false, true])
  })

  test('configuration that moved on since the request', () => {
    const configuration = { ...sides.configuration, 'sign-in-url': 'https://new.example/sso' }
    expect(sideOf({ configuration }, 'sign-in-url', 'request')?.agrees).toBe(false)
    expect(sideOf({ configuration }, 'sign-in-url', 'metadata')?.agrees).toBe(false)
  })
})

describe('what is not there is said to be so', () => {
  test('no metadata, no response, no XML', () => {
    expect(sideOf({ identityProviderMetadata: null }, 'issuer', 'metadata')?.absence).toBe('nothing-there')
    expect(sideOf({ response: null }, 'issuer', 'response')?.absence).toBe('nothing-there')
    expect(sideOf({ response: '<a' }, 'issuer', 'response')?.absence).toBe('unreadable')
    expect(sideOf({ request: '<!DOCTYPE a><a/>' }, 'entity-id', 'request')?.absence).toBe('unreadable')
  })

  test('an audience in an encrypted assertion is sealed without the key, and compared with it', () => {
    const response = responseXml(
      {},
      encryptedAssertion(assertionXml({ conditions: audience('x') }), { to: key.publicKey }),
    )
    expect(sideOf({ response }, 'entity-id', 'response')).toMatchObject({ values: [], agrees: null, absence: 'sealed' })
    expect(sideOf({ response }, 'acs-url', 'response')).toMatchObject({ agrees: true, absence: 'sealed' })
    const opened = sideOf({ response, decryptionKeys: [key.privateKey] }, 'entity-id', 'response')
    expect(opened).toMatchObject({ values: [{ value: 'x', agrees: false }], agrees: false, absence: null })
  })
})

function audience(...values: string[]): string {
  return `<saml:AudienceRestriction>${values.map((value) => `<saml:Audience>${value}</saml:Audience>`).join('')}</saml:AudienceRestriction>`
}

function recipient(url: string): string {
  return `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="${url}"/></saml:SubjectConfirmation>`
}
