import { ACS, at, REQUEST, SP } from '#test/support/saml/response-message.ts'
import { ENVELOPED, EXCLUSIVE, transform } from '#test/support/xml/craft-signature.ts'
import { sealed } from '../saml/encryption/encryption.ts'
import { certificateOf, crafted, deliver, type World } from '../saml/world.ts'
import { oddities } from './oddity.ts'

const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion'
const SAMLP = 'urn:oasis:names:tc:SAML:2.0:protocol'
const XS = 'http://www.w3.org/2001/XMLSchema'
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'
const EMAIL = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'
const WS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'

/** One provider's way of writing, with `p` before protocol names and `a` before assertion names, colon included. */
interface Hand {
  readonly issuer: string
  readonly p: string
  readonly a: string
  /** Namespaces on the response, the response's issuer and the assertion. */
  readonly declared: readonly [response: string, issuer: string, assertion: string]
  readonly instant: string
  readonly issuerFormat?: string
  readonly nameId: { readonly format: string; readonly value: string }
  readonly valueType?: string
  readonly attributes: Readonly<Record<string, readonly string[]>>
  readonly attributesFirst?: boolean
  readonly context?: string
}

function assertionOf({
  issuer,
  a,
  declared,
  instant,
  nameId,
  attributes,
  issuerFormat = '',
  valueType = '',
  attributesFirst,
  context = 'PasswordProtectedTransport',
}: Hand): string {
  const values = (name: string, all: readonly string[]) =>
    `<${a}Attribute Name="${name}">${all.map((value) => `<${a}AttributeValue${valueType}>${value}</${a}AttributeValue>`).join('')}</${a}Attribute>`
  const attributeStatement = `<${a}AttributeStatement>${Object.entries(attributes)
    .map(([name, all]) => values(name, all))
    .join('')}</${a}AttributeStatement>`
  const authnStatement = `<${a}AuthnStatement AuthnInstant="${at(-10)}" SessionIndex="_s"><${a}AuthnContext><${a}AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:${context}</${a}AuthnContextClassRef></${a}AuthnContext></${a}AuthnStatement>`
  return `<${a}Assertion ${declared[2]} ID="_assertion1" IssueInstant="${instant}" Version="2.0"><${a}Issuer${issuerFormat}>${issuer}</${a}Issuer><${a}Subject><${a}NameID Format="${nameId.format}">${nameId.value}</${a}NameID><${a}SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><${a}SubjectConfirmationData InResponseTo="${REQUEST}" NotOnOrAfter="${at(300)}" Recipient="${ACS}"/></${a}SubjectConfirmation></${a}Subject><${a}Conditions NotBefore="${at(-300)}" NotOnOrAfter="${at(3_900)}"><${a}AudienceRestriction><${a}Audience>${SP}</${a}Audience></${a}AudienceRestriction></${a}Conditions>${attributesFirst ? attributeStatement + authnStatement : authnStatement + attributeStatement}</${a}Assertion>`
}

function responseOf(hand: Hand, assertion = assertionOf(hand)): string {
  const { issuer, p, a, declared, instant, issuerFormat = '' } = hand
  return `<${p}Response ${declared[0]} ID="_response1" Version="2.0" IssueInstant="${instant}" Destination="${ACS}" InResponseTo="${REQUEST}"><${a}Issuer${declared[1]}${issuerFormat}>${issuer}</${a}Issuer><${p}Status><${p}StatusCode Value="${SUCCESS}"/></${p}Status>${assertion}</${p}Response>`
}

const posted = (world: World, { issuer }: Hand, xml: string) => {
  const { message, context } = deliver(world, xml)
  return { message, context: { ...context, identityProvider: { ...context.identityProvider, entityId: issuer } } }
}
const x509 = (world: World) =>
  `<ds:X509Data><ds:X509Certificate>${certificateOf(world.idp).replace(/.{76}/g, '$&\n')}</ds:X509Certificate></ds:X509Data>`
const withXs = {
  transforms: `${transform(ENVELOPED)}${transform(EXCLUSIVE, `<ec:InclusiveNamespaces xmlns:ec="${EXCLUSIVE}" PrefixList="xs"/>`)}`,
  digested: { method: 'exclusive' as const, withComments: false, inclusivePrefixes: ['xs'] },
}
const typed = ` xmlns:xsi="${XS}-instance" xsi:type="xs:string"`

const okta: Hand = {
  issuer: 'http://www.okta.com/exk1a2b3c4d5e6f7g8h9',
  p: 'saml2p:',
  a: 'saml2:',
  declared: [
    `xmlns:saml2p="${SAMLP}" xmlns:xs="${XS}"`,
    ` xmlns:saml2="${SAML}"`,
    `xmlns:saml2="${SAML}" xmlns:xs="${XS}"`,
  ],
  issuerFormat: ' Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity"',
  instant: '2026-06-01T11:59:58.123Z',
  nameId: { format: UNSPECIFIED, value: 'ada@example.com' },
  valueType: typed,
  attributes: { email: ['ada@example.com'], firstName: ['Ada'], lastName: ['Lovelace'], groups: ['engineering'] },
}
const entra: Hand = {
  issuer: 'https://sts.windows.net/6f2d3a1e-1b2c-4d5e-8f90-a1b2c3d4e5f6/',
  p: 'samlp:',
  a: '',
  declared: [`xmlns:samlp="${SAMLP}"`, ` xmlns="${SAML}"`, `xmlns="${SAML}"`],
  instant: '2026-06-01T11:59:58.123Z',
  nameId: { format: EMAIL, value: 'ada@example.com' },
  attributes: {
    'http://schemas.microsoft.com/identity/claims/tenantid': ['6f2d3a1e-1b2c-4d5e-8f90-a1b2c3d4e5f6'],
    [`${WS}/givenname`]: ['Ada'],
    [`${WS}/surname`]: ['Lovelace'],
    [`${WS}/emailaddress`]: ['ada@example.com'],
    [`${WS}/name`]: ['ada@example.com'],
  },
  attributesFirst: true,
  context: 'Password',
}
const google: Hand = {
  ...okta,
  issuer: 'https://accounts.google.com/o/saml2?idpid=C01abc2de',
  declared: [`xmlns:saml2p="${SAMLP}"`, ` xmlns:saml2="${SAML}"`, `xmlns:saml2="${SAML}"`],
  issuerFormat: '',
  valueType: ` xmlns:xs="${XS}" xmlns:xsi="${XS}-instance" xsi:type="xs:anyType"`,
  context: 'unspecified',
}
const adfs: Hand = {
  ...entra,
  issuer: 'http://adfs.example.com/adfs/services/trust',
  declared: [
    `xmlns:samlp="${SAMLP}" Consent="urn:oasis:names:tc:SAML:2.0:consent:unspecified"`,
    ` xmlns="${SAML}"`,
    `xmlns="${SAML}"`,
  ],
  attributes: { [`${WS}/emailaddress`]: ['ada@example.com'], [`${WS}/upn`]: ['ada@corp.example.com'] },
}
const shibboleth: Hand = {
  ...okta,
  issuer: 'https://idp.university.example/idp/shibboleth',
  declared: [`xmlns:saml2p="${SAMLP}"`, ` xmlns:saml2="${SAML}"`, `xmlns:saml2="${SAML}"`],
  issuerFormat: '',
  valueType: '',
  nameId: { format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient', value: 'AAdzZWNyZXQx' },
  attributes: { 'urn:oid:0.9.2342.19200300.100.1.3': ['ada@example.com'], 'urn:oid:2.5.4.42': ['Ada'] },
}
const keycloak: Hand = {
  ...okta,
  issuer: 'https://sso.example.com/realms/customer',
  p: 'samlp:',
  a: 'saml:',
  declared: [`xmlns:samlp="${SAMLP}" xmlns:saml="${SAML}"`, '', `xmlns="${SAML}"`],
  issuerFormat: '',
  attributes: { email: ['ada@example.com'], Role: ['offline_access', 'user'] },
}

/** How the well-known identity providers write and sign, by their defaults. */
export const providers = oddities('provider', {
  'Okta: both signed, prefixes, PrefixList': {
    build(world) {
      const keyInfo = x509(world)
      const signed = crafted(world, { keyInfo, ...withXs }, responseOf(okta))
      return posted(
        world,
        okta,
        `<?xml version="1.0" encoding="UTF-8"?>${crafted(world, { id: '_response1', keyInfo, ...withXs }, signed)}`,
      )
    },
    identity: {
      nameId: 'ada@example.com',
      profile: { email: 'ada@example.com', givenName: 'Ada', familyName: 'Lovelace', groups: ['engineering'] },
    },
  },
  'Entra: the assertion signed, default namespaces, attributes first': {
    build: (world) => posted(world, entra, crafted(world, { prefix: '' }, responseOf(entra))),
    identity: { nameIdFormat: EMAIL, profile: { email: 'ada@example.com', givenName: 'Ada', familyName: 'Lovelace' } },
  },
  'Google: the assertion signed': {
    build: (world) =>
      posted(
        world,
        google,
        `<?xml version="1.0" encoding="UTF-8" standalone="no"?>${crafted(world, { keyInfo: `<ds:X509Data><ds:X509SubjectName>ST=California,C=US</ds:X509SubjectName><ds:X509Certificate>${certificateOf(world.idp)}</ds:X509Certificate></ds:X509Data>` }, responseOf(google))}`,
      ),
  },
  'Google: the response signed': {
    build: (world) =>
      posted(world, google, crafted(world, { id: '_response1', keyInfo: x509(world) }, responseOf(google))),
  },
  'AD FS: the assertion signed, with consent, KeyInfo without prefix': {
    build(world) {
      const afterwards = (xml: string) =>
        xml
          .replace('<ds:KeyInfo>', '<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">')
          .replace('</ds:KeyInfo>', '</KeyInfo>')
      return posted(world, adfs, crafted(world, { keyInfo: x509(world), afterwards }, responseOf(adfs)))
    },
    identity: { nameIdFormat: EMAIL },
  },
  'AD FS: encrypted by its default, which strict refuses': {
    build(world) {
      const assertion = crafted(world, { keyInfo: x509(world) }, assertionOf(adfs))
      const encrypted = sealed(world, assertion, { cipher: 'aes256-cbc' })
        .replaceAll('saml:EncryptedAssertion', 'EncryptedAssertion')
        .replace('<EncryptedAssertion', `<EncryptedAssertion xmlns="${SAML}"`)
      return posted(world, adfs, responseOf(adfs, encrypted))
    },
    modes: ['interop'],
  },
  'Shibboleth: the response signed, the assertion encrypted, a transient name': {
    build(world) {
      const encrypted = sealed(world, assertionOf(shibboleth), {
        cipher: 'aes128-gcm',
        certificate: certificateOf(world.sp),
      })
        .replaceAll('saml:EncryptedAssertion', 'saml2:EncryptedAssertion')
        .replace('<saml2:EncryptedAssertion', `<saml2:EncryptedAssertion xmlns:saml2="${SAML}"`)
      return posted(
        world,
        shibboleth,
        crafted(world, { id: '_response1', keyInfo: x509(world) }, responseOf(shibboleth, encrypted)),
      )
    },
    identity: { nameId: 'AAdzZWNyZXQx', profile: { email: 'ada@example.com', givenName: 'Ada' } },
  },
  'Keycloak: the document signed, with dsig as prefix, key name and key value': {
    build: (world) => {
      const assertion = assertionOf({ ...keycloak, a: '' })
      return posted(
        world,
        keycloak,
        crafted(
          world,
          {
            id: '_response1',
            prefix: 'dsig',
            keyInfo:
              '<dsig:KeyName>abc</dsig:KeyName><dsig:KeyValue><dsig:RSAKeyValue><dsig:Modulus>AAAA</dsig:Modulus><dsig:Exponent>AQAB</dsig:Exponent></dsig:RSAKeyValue></dsig:KeyValue>',
          },
          responseOf(keycloak, assertion),
        ),
      )
    },
    identity: { attributes: { Role: ['offline_access', 'user'] } },
  },
})
