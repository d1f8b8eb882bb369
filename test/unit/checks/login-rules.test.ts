import { beforeAll, describe, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { gist, soundContext } from '#test/support/saml/judging.ts'
import {
  ACS,
  at,
  attribute,
  IDP,
  type MessageParts,
  REQUEST,
  responseXml,
  SP,
  sign,
  soundMessage,
} from '#test/support/saml/response-message.ts'

let idp: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
})

const judge = (xml: string, change: Partial<ResponseContext> = {}) => judgeResponse(xml, soundContext([idp], change))
const changed = (change: Partial<MessageParts>, context: Partial<ResponseContext> = {}) =>
  gist(judge(sign(responseXml(change), idp), context))

const PERSISTENT = 'Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"'

describe('what changes nothing, and is said', () => {
  const infos = (change: Partial<MessageParts>) =>
    judge(sign(responseXml(change), idp))
      .findings.filter(({ severity }) => severity === 'info')
      .map(({ code }) => code)
  test.each<[string, Partial<MessageParts>, string[]]>([
    ['one factor', {}, ['saml.authn-context.one-factor']],
    [
      'two factors',
      {
        authnStatement: soundMessage.authnStatement.replace(
          /urn:oasis[^<]*PasswordProtectedTransport/,
          'https://refeds.org/profile/mfa',
        ),
      },
      [],
    ],
    [
      'two factors, said in an attribute',
      {
        attributes:
          soundMessage.attributes +
          attribute(
            'http://schemas.microsoft.com/claims/authnmethodsreferences',
            'http://schemas.microsoft.com/claims/multipleauthn',
          ),
      },
      [],
    ],
    [
      'one-time use',
      { conditions: `${soundMessage.conditions}<saml:OneTimeUse/>` },
      ['saml.one-time-use.asked', 'saml.authn-context.one-factor'],
    ],
    [
      'a proxy restriction',
      { conditions: `${soundMessage.conditions}<saml:ProxyRestriction Count="0"/>` },
      ['saml.proxy-restriction.set', 'saml.authn-context.one-factor'],
    ],
    [
      'a network address',
      { confirmation: soundMessage.confirmation.replace('Recipient=', 'Address="192.0.2.1" Recipient=') },
      ['saml.confirmation-address.named', 'saml.authn-context.one-factor'],
    ],
    [
      'extensions',
      { responseIssuer: `${soundMessage.responseIssuer}<samlp:Extensions><x xmlns="urn:x"/></samlp:Extensions>` },
      ['saml.authn-context.one-factor', 'saml.extensions.ignored'],
    ],
    [
      'a statement of another kind',
      {
        authnStatement: `${soundMessage.authnStatement}<saml:AuthzDecisionStatement Resource="urn:r" Decision="Permit"><saml:Action Namespace="urn:a">x</saml:Action></saml:AuthzDecisionStatement>`,
      },
      ['saml.authn-context.one-factor', 'saml.extensions.statement'],
    ],
    [
      'a session without a name',
      { authnStatement: soundMessage.authnStatement.replace(' SessionIndex="_session1"', '') },
      ['saml.authn-context.one-factor', 'saml.session-index.missing'],
    ],
    [
      'a format of the name that nobody defined',
      { nameId: '<saml:NameID Format="urn:example:format">ada</saml:NameID>' },
      ['saml.authn-context.one-factor', 'saml.name-id.unknown-format'],
    ],
    [
      'capitals in the address',
      { attributes: soundMessage.attributes.replace('ada@', 'Ada@') },
      ['saml.authn-context.one-factor', 'saml.claim.email.capitals'],
    ],
  ])('%s', (_name, change, codes) => {
    expect(infos(change)).toEqual(codes)
    expect(judge(sign(responseXml(change), idp)).verdict).toBe('accepted')
  })

  test.each<[string, string, string, string[]]>([
    ['transient', 'Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient"', 'abc', ['saml.name-id.transient']],
    ['of a system', 'Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity"', 'abc', ['saml.name-id.entity']],
    [
      'an address that is none',
      'Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"',
      'EXAMPLE\\ada',
      ['saml.name-id.not-an-address'],
    ],
    ['too long', PERSISTENT, 'a'.repeat(257), ['saml.name-id.too-long']],
    ['as long as it may be', PERSISTENT, 'a'.repeat(256), []],
    ['made for another application', 'SPNameQualifier="urn:other"', 'abc', ['saml.name-id.foreign-qualifier']],
    ['made for us', `${PERSISTENT} SPNameQualifier="${SP}" NameQualifier="${IDP}"`, 'abc', []],
    [
      'made by another identity provider',
      `${PERSISTENT} NameQualifier="urn:other"`,
      'abc',
      ['saml.name-id.foreign-issuer'],
    ],
    ['qualified, where that means nothing', 'NameQualifier="urn:other"', 'abc', []],
  ])('a name that is %s', (_name, attributes, value, codes) => {
    const nameId = `<saml:NameID ${attributes}>${value}</saml:NameID>`
    expect(changed({ nameId })).toMatchObject({ verdict: 'accepted', warnings: codes })
  })
})

test.each<[string, string, RegExp]>([
  ['RequestDenied', 'Responder', /not assigned to this application/],
  ['InvalidNameIDPolicy', 'Requester', /NameID format/],
  ['NoAuthnContext', 'Responder', /RequestedAuthnContext/],
  ['SomethingElse', 'Requester', /fault with our request/],
])('the second code %s is explained, with the words of the identity provider', (second, first, words) => {
  const code = (name: string, inside = '') =>
    `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${name}">${inside}</samlp:StatusCode>`
  const status = `<samlp:Status>${code(first, code(second))}<samlp:StatusMessage>Ask Grace</samlp:StatusMessage></samlp:Status>`
  const finding = judge(responseXml({ status }, '')).findings.find(({ rootCause }) => rootCause)
  expect(finding).toMatchObject({ code: 'saml.status.not-success', detail: expect.stringMatching(words) })
  expect(finding?.actual).toContain('“Ask Grace”')
})

describe('memory and age', () => {
  test('a used assertion is refused where somebody keeps track', () => {
    const used = (issuer: string, id: string) => issuer === 'https://idp.example.com/entity' && id === '_assertion1'
    expect(changed({}, { wasUsed: used }).rootCauses).toEqual(['saml.replay.seen'])
    expect(changed({}, { wasUsed: () => false }).verdict).toBe('accepted')
  })

  test('a sign-in older than the connection allows', () => {
    const signedInAnHourAgo = { authnStatement: soundMessage.authnStatement.replace(at(-10), at(-3600)) }
    expect(changed(signedInAnHourAgo, { maximumAuthenticationAge: 600 }).rootCauses).toEqual([
      'saml.authn-statement.too-old',
    ])
    expect(changed(signedInAnHourAgo).verdict).toBe('accepted')
  })

  test('a login from the identity provider names no request', () => {
    const unasked = { solicitation: { kind: 'idp-initiated' } as const }
    expect(changed({}, unasked)).toMatchObject({
      rootCauses: ['saml.confirmation-request.unsolicited'],
      consequences: ['saml.in-response-to.unsolicited < saml.confirmation-request.unsolicited'],
    })
    const silent = (text: string) => text.replace(` InResponseTo="${REQUEST}"`, '')
    const change = {
      responseAttributes: silent(soundMessage.responseAttributes),
      confirmation: silent(soundMessage.confirmation),
    }
    expect(changed(change, unasked).verdict).toBe('accepted')
    expect(changed(change, { solicitation: undefined }).verdict).toBe('accepted')
  })

  test('of several confirmations one must hold by itself', () => {
    const late = soundMessage.confirmation.replace(at(300), at(-300))
    const elsewhere = soundMessage.confirmation.replace(ACS, 'https://other.example/acs')
    expect(changed({ confirmation: late + soundMessage.confirmation }).verdict).toBe('accepted')
    expect(changed({ confirmation: late + elsewhere }).verdict).toBe('rejected')
  })
})
