import type { FaultCode } from '#shared/findings/catalogue.ts'
import {
  ACS,
  at,
  attribute,
  type MessageParts,
  REQUEST,
  responseXml,
  sign,
  soundMessage,
} from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import { ASSERTION, deliver, signedAssertion, soundAssertion, type World } from '../world.ts'

const signed = (name: string, change: Partial<MessageParts>, cause: FaultCode | FaultCode[]) => ({
  name,
  cause,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, signedAssertion(world, change)),
})
const { confirmation, nameId } = soundMessage
const method = (uri: string) => confirmation.replace('urn:oasis:names:tc:SAML:2.0:cm:bearer', uri)
const second = (change: string) => `</saml:Subject><saml:Subject>${change}`
const late = confirmation.replace(at(300), at(-300))
const elsewhere = confirmation.replace(ACS, 'https://evil.example/acs')
const otherRequest = confirmation.replace(REQUEST, '_request2')

/** One subject with one name, and one confirmation that satisfies every rule by itself. */
export const subjects = attacks('P7', soundAssertion, {
  'no-subject': {
    name: 'no subject',
    cause: ['saml.confirmation.missing', 'saml.name-id.missing'],
    passes: ['saml.signature-value', 'saml.signature-digest'],
    build(world) {
      const xml = responseXml().replace(/<saml:Subject>.*<\/saml:Subject>/, '')
      return deliver(world, sign(xml, world.idp, [ASSERTION]))
    },
  },
  'no-name': signed('no NameID', { nameId: '' }, 'saml.name-id.missing'),
  'empty-name': signed('an empty NameID', { nameId: '<saml:NameID/>' }, 'saml.name-id.missing'),
  'blank-name': signed(
    'a NameID of white space',
    { nameId: '<saml:NameID> \n </saml:NameID>' },
    'saml.name-id.missing',
  ),
  'comment-name': signed(
    'a NameID of a comment',
    { nameId: '<saml:NameID><!--admin--></saml:NameID>' },
    'saml.name-id.missing',
  ),
  'two-names': signed('two NameIDs', { nameId: nameId + nameId.replace('ada@', 'admin@') }, 'saml.name-id.several'),
  'two-subjects': signed('two subjects', { confirmation: confirmation + second(nameId) }, 'saml.name-id.several'),
  'second-subject-empty': signed(
    'a second, empty subject',
    { confirmation: confirmation + second('') },
    'saml.name-id.several',
  ),
  'foreign-name': signed(
    'a NameID in a foreign namespace',
    { nameId: '<x:NameID xmlns:x="urn:x">ada</x:NameID>' },
    'saml.name-id.missing',
  ),
  'name-in-attribute': signed(
    'no NameID, and an attribute called nameID',
    { nameId: '', attributes: soundMessage.attributes + attribute('nameID', 'admin@example.com') },
    'saml.name-id.missing',
  ),
  'name-in-confirmation': signed(
    'the only NameID in the confirmation',
    {
      nameId: '',
      confirmation: confirmation.replace('<saml:SubjectConfirmationData', `${nameId}<saml:SubjectConfirmationData`),
    },
    'saml.name-id.missing',
  ),
  'no-confirmation': signed('no confirmation', { confirmation: '' }, 'saml.confirmation.missing'),
  'holder-of-key': signed(
    'proof of a key is demanded',
    { confirmation: method('urn:oasis:names:tc:SAML:2.0:cm:holder-of-key') },
    'saml.confirmation.holder-of-key',
  ),
  'sender-vouches': signed(
    'somebody vouches',
    { confirmation: method('urn:oasis:names:tc:SAML:2.0:cm:sender-vouches') },
    'saml.confirmation.missing',
  ),
  'unknown-method': signed('a method nobody knows', { confirmation: method('urn:x') }, 'saml.confirmation.missing'),
  'no-method': signed(
    'no method',
    { confirmation: confirmation.replace(/ Method="[^"]*"/, '') },
    'saml.confirmation.missing',
  ),
  'method-capitals': signed(
    'BEARER',
    { confirmation: confirmation.replace('cm:bearer', 'cm:BEARER') },
    'saml.confirmation.missing',
  ),
  'method-saml-1': signed(
    'bearer of SAML 1.0',
    { confirmation: method('urn:oasis:names:tc:SAML:1.0:cm:bearer') },
    'saml.confirmation.missing',
  ),
  'no-data': signed(
    'a confirmation without data',
    { confirmation: confirmation.replace(/<saml:SubjectConfirmationData[^>]*\/>/, '') },
    ['saml.recipient.missing', 'saml.confirmation-request.missing', 'saml.confirmation-time.no-end'],
  ),
  'half-and-half': signed(
    'two confirmations, each of which breaks another rule',
    { confirmation: late + elsewhere },
    'saml.confirmation-time.expired',
  ),
  thirds: signed(
    'three confirmations, each of which breaks another rule',
    { confirmation: otherRequest + late + elsewhere },
    'saml.confirmation-request.mismatch',
  ),
  'no-sign-in': signed('no AuthnStatement', { authnStatement: '' }, 'saml.authn-statement.missing'),
  'foreign-sign-in': signed(
    'an AuthnStatement in a foreign namespace',
    { authnStatement: '<x:AuthnStatement xmlns:x="urn:x"/>' },
    'saml.authn-statement.missing',
  ),
})

const mapped = (name: string, attributes: string, cause: FaultCode = 'saml.attributes.duplicated') =>
  signed(name, { attributes }, cause)

/** One source decides each member of the profile. */
export const ambiguity = attacks('P8', soundAssertion, {
  'two-emails': mapped(
    'the e-mail in two attributes',
    attribute('email', 'ada@example.com') + attribute('email', 'admin@example.com'),
  ),
  'two-statements': mapped(
    'the e-mail in two attribute statements',
    `${attribute('email', 'ada@example.com')}</saml:AttributeStatement><saml:AttributeStatement>${attribute('email', 'admin@example.com')}`,
  ),
  'two-given-names': mapped('the given name twice', attribute('given_name', 'Ada') + attribute('given_name', 'Eve')),
  'two-family-names': mapped('the family name twice', attribute('family_name', 'A') + attribute('family_name', 'B')),
  'foreign-domain': {
    name: 'an e-mail of another domain',
    control: (world) => deliver(world, signedAssertion(world), { emailDomains: ['example.com'] }),
    cause: 'saml.claim.email.foreign-domain',
    build: (world) =>
      deliver(world, signedAssertion(world, { attributes: attribute('email', 'ada@other.example') }), {
        emailDomains: ['example.com'],
      }),
  },
  subdomain: {
    name: 'an e-mail of a subdomain',
    control: (world) => deliver(world, signedAssertion(world), { emailDomains: ['example.com'] }),
    cause: 'saml.claim.email.foreign-domain',
    build: (world) =>
      deliver(world, signedAssertion(world, { attributes: attribute('email', 'ada@evil.example.com') }), {
        emailDomains: ['example.com'],
      }),
  },
  'domain-ending': {
    name: 'an e-mail of a domain that ends like ours',
    control: (world) => deliver(world, signedAssertion(world), { emailDomains: ['example.com'] }),
    cause: 'saml.claim.email.foreign-domain',
    build: (world) =>
      deliver(world, signedAssertion(world, { attributes: attribute('email', 'ada@notexample.com') }), {
        emailDomains: ['example.com'],
      }),
  },
  'several-emails': {
    name: 'two e-mails in one attribute, where one is required',
    control: (world) => deliver(world, signedAssertion(world), { requiredClaims: ['email'] }),
    cause: 'saml.claim.email.several',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, { attributes: attribute('email', 'ada@example.com', 'admin@example.com') }),
        { requiredClaims: ['email'] },
      ),
  },
})
