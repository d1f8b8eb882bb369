import {
  ACS,
  at,
  attribute,
  type MessageParts,
  REQUEST,
  responseXml,
  SP,
  soundMessage,
} from '#test/support/saml/response-message.ts'
import { crafted, deliver, signedAssertion, signedBoth, signedResponse, type World } from '../saml/world.ts'
import { oddities } from './oddity.ts'

const saying = (change: Partial<MessageParts>) => ({
  build: (world: World) => deliver(world, crafted(world, {}, responseXml(change))),
})
const audiences = (...values: string[]) =>
  `<saml:AudienceRestriction>${values.map((value) => `<saml:Audience>${value}</saml:Audience>`).join('')}</saml:AudienceRestriction>`
const { confirmation, conditions, authnStatement, attributes } = soundMessage
const extra = (xml: string) => ({ attributes: attributes + xml })
const named = (name: string, attributesOf = '') => ({ nameId: `<saml:NameID${attributesOf}>${name}</saml:NameID>` })
const issued = (seconds: number | string) => {
  const when = typeof seconds === 'string' ? seconds : at(seconds)
  return {
    responseAttributes: soundMessage.responseAttributes.replace(at(-2), when),
    assertionAttributes: soundMessage.assertionAttributes.replace(at(-2), when),
  }
}
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
const without = (text: string, name: string) => text.replace(new RegExp(` ${name}="[^"]*"`), '')

/** What the same login may say. */
export const rules = oddities('rules', {
  'several audiences in one restriction': saying({ conditions: audiences('urn:a', SP, 'urn:b') }),
  'several restrictions, each of which names us': saying({
    conditions: audiences(SP, 'urn:a') + audiences(SP) + audiences('urn:b', SP),
  }),
  'an audience with white space around it': saying({ conditions: audiences(`\n    ${SP}\n  `) }),
  'used once': saying({ conditions: `${conditions}<saml:OneTimeUse/>` }),
  'not to be passed on': saying({
    conditions: `${conditions}<saml:ProxyRestriction Count="0"><saml:Audience>urn:a</saml:Audience></saml:ProxyRestriction>`,
  }),
  'no limits but that of delivery': saying({ conditionsAttributes: '' }),
  'valid from in 59 seconds': saying({ conditionsAttributes: `NotBefore="${at(59)}" NotOnOrAfter="${at(300)}"` }),
  'valid until 59 seconds ago': saying({ conditionsAttributes: `NotBefore="${at(-300)}" NotOnOrAfter="${at(-59)}"` }),
  'delivered 59 seconds late': saying({ confirmation: confirmation.replace(at(300), at(-59)) }),
  'issued in 59 seconds': saying(issued(59)),
  'issued ten minutes ago': saying(issued(-600)),
  'signed in 59 seconds from now': saying({ authnStatement: authnStatement.replace(at(-10), at(59)) }),
  'times with seven decimals': saying({
    ...issued('2026-06-01T11:59:58.1234567Z'),
    conditionsAttributes: 'NotBefore="2026-06-01T11:59:00.0000000Z" NotOnOrAfter="2026-06-01T12:05:00.9999999Z"',
  }),
  'times with a millisecond': saying(issued('2026-06-01T11:59:58.1Z')),
  'a session that ends later': saying({
    authnStatement: authnStatement.replace('SessionIndex', `SessionNotOnOrAfter="${at(3_600)}" SessionIndex`),
  }),
  'an end in the year 9999': saying({ conditionsAttributes: 'NotOnOrAfter="9999-12-31T23:59:59Z"' }),
  'a holder-of-key confirmation before the bearer': saying({
    confirmation: confirmation.replace('cm:bearer', 'cm:holder-of-key') + confirmation,
  }),
  'a bearer for another before ours': saying({
    confirmation: confirmation.replace(ACS, 'https://other.example/acs') + confirmation,
  }),
  'a confirmation with an address': saying({
    confirmation: confirmation.replace('Recipient', 'Address="192.0.2.1" Recipient'),
  }),
  'a confirmation with a name of its own': saying({
    confirmation: confirmation.replace(
      '<saml:SubjectConfirmationData',
      '<saml:NameID>proxy</saml:NameID><saml:SubjectConfirmationData',
    ),
  }),
  'a sign-in with locality, declaration and authority': saying({
    authnStatement: authnStatement
      .replace('<saml:AuthnContext>', '<saml:SubjectLocality Address="192.0.2.1" DNSName="a"/><saml:AuthnContext>')
      .replace(
        '</saml:AuthnContext>',
        '<saml:AuthenticatingAuthority>https://upstream.example</saml:AuthenticatingAuthority></saml:AuthnContext>',
      ),
  }),
  'two sign-ins': saying({ authnStatement: authnStatement + authnStatement }),
  'an authorisation decision': saying({
    authnStatement: `${authnStatement}<saml:AuthzDecisionStatement Resource="urn:a" Decision="Permit"><saml:Action Namespace="urn:b">read</saml:Action></saml:AuthzDecisionStatement>`,
  }),
  'an assertion in Advice': saying({
    authnStatement: `<saml:Advice><saml:Assertion ID="_advice" Version="2.0" IssueInstant="${at(-2)}"><saml:Issuer>urn:upstream</saml:Issuer><saml:Subject><saml:NameID>someone else</saml:NameID></saml:Subject></saml:Assertion></saml:Advice>${authnStatement}`,
  }),
  'a signed assertion in Advice': {
    build(world) {
      const advice = crafted(
        world,
        { key: world.attacker.privateKey, id: '_advice' },
        `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_advice"><saml:Issuer>urn:upstream</saml:Issuer></saml:Assertion>`,
      )
      return deliver(
        world,
        crafted(world, {}, responseXml({ authnStatement: `<saml:Advice>${advice}</saml:Advice>${authnStatement}` })),
      )
    },
  },
  'an unsigned response that says neither issuer nor destination nor request': {
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, {
          responseIssuer: '',
          responseAttributes: without(without(soundMessage.responseAttributes, 'Destination'), 'InResponseTo'),
        }).replace('<samlp:Status>', '<samlp:Status>'),
      ),
  },
  'a login from the identity provider': {
    build: (world) =>
      deliver(
        world,
        signedBoth(world, {
          responseAttributes: without(soundMessage.responseAttributes, 'InResponseTo'),
          confirmation: confirmation.replace(` InResponseTo="${REQUEST}"`, ''),
        }),
        { solicitation: { kind: 'idp-initiated' } },
      ),
  },
  'an issuer with a Format': {
    build: (world) =>
      deliver(
        world,
        signedResponse(world, {
          assertionIssuer: soundMessage.assertionIssuer.replace(
            '<saml:Issuer>',
            '<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">',
          ),
        }),
      ),
  },
})

/** What names and attributes may look like. */
export const names = oddities('names', {
  'a persistent name with qualifiers': {
    ...saying(
      named(
        'Jz5+/a==',
        ` Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" NameQualifier="https://idp.example.com/entity" SPNameQualifier="${SP}"`,
      ),
    ),
    identity: { nameId: 'Jz5+/a==' },
  },
  'a transient name': {
    ...saying(named('_0a1b2c', ' Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient"')),
    identity: { nameId: '_0a1b2c' },
  },
  'a name without format': { ...saying(named('ada')), identity: { nameId: 'ada', nameIdFormat: null } },
  'a Windows name': {
    ...saying(named('EXAMPLE\\ada', ' Format="urn:oasis:names:tc:SAML:1.1:nameid-format:WindowsDomainQualifiedName"')),
    identity: { nameId: 'EXAMPLE\\ada' },
  },
  'a distinguished name': {
    ...saying(named('CN=Ada, O=Example&amp;Co, C=GB')),
    identity: { nameId: 'CN=Ada, O=Example&Co, C=GB' },
  },
  'a name in other letters, which stays what it is': {
    ...saying(named('\u0430dmin@example.com')),
    identity: { nameId: '\u0430dmin@example.com' },
  },
  'a name with combining marks': { ...saying(named('e\u0301ve')), identity: { nameId: 'e\u0301ve' } },
  'a name with a no-break space at the end, which stays': {
    ...saying(named('ada\u00a0')),
    identity: { nameId: 'ada\u00a0' },
  },
  'a name of a thousand letters': { ...saying(named('a'.repeat(1_000))), identity: { nameId: 'a'.repeat(1_000) } },
  'values with a type': {
    ...saying(
      extra(
        `<saml:Attribute ${XSI} Name="x"><saml:AttributeValue xsi:type="xs:string">a</saml:AttributeValue><saml:AttributeValue xsi:type="xs:boolean">true</saml:AttributeValue></saml:Attribute>`,
      ),
    ),
    identity: { attributes: { x: ['a', 'true'] } },
  },
  'values with a type whose prefix is declared far outside': {
    build: (world) =>
      deliver(
        world,
        crafted(
          world,
          {},
          responseXml(
            extra(
              '<saml:Attribute Name="x"><saml:AttributeValue xsi:type="xs:string">a</saml:AttributeValue></saml:Attribute>',
            ),
          ).replace('<samlp:Response ', `<samlp:Response ${XSI} `),
        ),
      ),
    identity: { attributes: { x: ['a'] } },
  },
  'empty and nil values': {
    ...saying(
      extra(
        `<saml:Attribute ${XSI} Name="x"><saml:AttributeValue/><saml:AttributeValue xsi:nil="true"/></saml:Attribute>`,
      ),
    ),
    identity: { attributes: { x: ['', ''] } },
  },
  'an attribute without values': {
    ...saying(extra('<saml:Attribute Name="x"/>')),
    identity: { attributes: { x: [] } },
  },
  'an attribute with names of other kinds': {
    ...saying(
      extra(
        '<saml:Attribute Name="urn:oid:2.5.4.3" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" FriendlyName="cn" x:OriginalIssuer="urn:y" xmlns:x="urn:x"><saml:AttributeValue>Ada</saml:AttributeValue></saml:Attribute>',
      ),
    ),
    identity: { attributes: { 'urn:oid:2.5.4.3': ['Ada'] } },
  },
  'eduPersonTargetedID: an element as value': {
    ...saying(
      extra(
        '<saml:Attribute Name="urn:oid:1.3.6.1.4.1.5923.1.1.1.10"><saml:AttributeValue><saml:NameID>abc</saml:NameID></saml:AttributeValue></saml:Attribute>',
      ),
    ),
  },
  'attributes called like the properties of every object': {
    ...saying(
      extra(
        ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__', 'prototype']
          .map((name) => attribute(name, 'polluted'))
          .join(''),
      ),
    ),
    identity: {
      attributes: JSON.parse(
        '{"__proto__":["polluted"],"constructor":["polluted"],"toString":["polluted"],"hasOwnProperty":["polluted"]}',
      ),
    },
  },
  'an attribute in two statements': {
    ...saying({ attributes: `${attributes}</saml:AttributeStatement><saml:AttributeStatement>${attribute('x', 'a')}` }),
    identity: { attributes: { x: ['a'], email: ['ada@example.com'] } },
  },
  'a mapped attribute twice with the same value': saying({
    attributes: attributes + attribute('email', 'ada@example.com'),
  }),
  'a hundred groups': {
    ...saying({
      attributes:
        attribute('email', 'ada@example.com') +
        attribute('groups', ...Array.from({ length: 100 }, (_, index) => `g${index}`)),
    }),
    identity: { profile: { email: 'ada@example.com' } },
  },
  'no attributes at all': {
    build: (world) =>
      deliver(
        world,
        crafted(world, {}, responseXml().replace(/<saml:AttributeStatement>.*<\/saml:AttributeStatement>/, '')),
      ),
  },
})
