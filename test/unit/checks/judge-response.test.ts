import { beforeAll, describe, expect, test } from 'vitest'
import { judgeLogin, judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { ResponseJudgement } from '#shared/model/judgement.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { gist, soundContext } from '#test/support/saml/judging.ts'
import {
  ACS,
  at,
  attribute,
  type MessageParts,
  REQUEST,
  responseXml,
  SP,
  sign,
  soundMessage,
} from '#test/support/saml/response-message.ts'

let idp: SigningIdentity
let other: SigningIdentity
let elliptic: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
  other = await makeSigningIdentity('rsa-2048', { commonName: 'other.example.com' })
  elliptic = await makeSigningIdentity('ec-p256')
})

const judge = (xml: string, change: Partial<ResponseContext> = {}) => judgeResponse(xml, soundContext([idp], change))
const changed = (change: Partial<MessageParts>, context: Partial<ResponseContext> = {}) =>
  gist(judge(sign(responseXml(change), idp), context))
const strict = { policy: { ...defaultJudgingPolicy, mode: 'strict' as const } }

describe('a sound response', () => {
  test.each([
    ['the assertion signed', ['_assertion1']],
    ['the response signed', ['_response1']],
    ['both signed', ['_assertion1', '_response1']],
  ])('is accepted with %s', (_name, ids) => {
    const judgement = judge(sign(responseXml(), idp, ids))
    expect(gist(judgement)).toEqual({ verdict: 'accepted', rootCauses: [], consequences: [], warnings: [] })
    expect(judgement.identity).toEqual({
      nameId: 'ada@example.com',
      nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
      issuer: 'https://idp.example.com/entity',
      sessionIndex: '_session1',
      authnContext: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
      attributes: {
        email: ['ada@example.com'],
        given_name: ['Ada'],
        family_name: ['Lovelace'],
        groups: ['engineering', 'pilots'],
      },
      profile: {
        email: 'ada@example.com',
        givenName: 'Ada',
        familyName: 'Lovelace',
        groups: ['engineering', 'pilots'],
      },
    })
    expect(judgement.signatures.map(({ covers, verified }) => [covers, verified])).toEqual(
      [...ids].reverse().map((id) => [id === '_response1' ? 'response' : 'assertion', true]),
    )
    expect(() => ResponseJudgement.parse(judgement)).not.toThrow()
  })

  test('bounds the session by the first end that any sign-in in it names', () => {
    const ending = (seconds: number) =>
      soundMessage.authnStatement.replace('SessionIndex', `SessionNotOnOrAfter="${at(seconds)}" SessionIndex`)
    const xml = sign(responseXml({ authnStatement: soundMessage.authnStatement + ending(900) + ending(600) }), idp)
    expect(judgeLogin(xml, soundContext([idp])).accepted?.sessionEndsAt).toBe(Date.parse(at(600)))
  })

  test('is accepted by strict too', () => {
    expect(judge(sign(responseXml(), idp), strict).verdict).toBe('accepted')
  })

  test('is accepted with an elliptic key and SHA-512', () => {
    const xml = sign(responseXml(), elliptic, ['_assertion1'], 'sha512')
    expect(judgeResponse(xml, soundContext([other, elliptic])).verdict).toBe('accepted')
  })

  test('says what no signature covers instead of passing it', () => {
    const { findings } = judge(sign(responseXml(), idp))
    const destination = findings.find(({ code }) => code === 'saml.destination')
    expect(destination).toMatchObject({ severity: 'not-verified', unverified: true })
    expect(findings.filter(({ severity, unverified }) => severity === 'passed' && unverified)).toEqual([])
    expect(findings.find(({ code }) => code === 'saml.audience')).toMatchObject({ severity: 'passed' })
  })
})

describe('one fault each', () => {
  test.each<[string, Partial<MessageParts>, string, string[]]>([
    [
      'a refusing status',
      {
        status: '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></samlp:Status>',
      },
      'saml.status.not-success',
      [],
    ],
    ['no status', { status: '' }, 'saml.status.missing', []],
    [
      'a second status beside success',
      {
        status: soundMessage.status.replace(
          '</samlp:Status>',
          '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></samlp:Status>',
        ),
      },
      'saml.status.not-success',
      [],
    ],
    ['two statuses', { status: soundMessage.status.repeat(2) }, 'saml.status.not-success', []],
    [
      'an assertion issued in the future',
      { assertionAttributes: soundMessage.assertionAttributes.replace(at(-2), at(61)) },
      'saml.issue-instant.in-the-future',
      [],
    ],
    [
      'an assertion issued at no time',
      { assertionAttributes: soundMessage.assertionAttributes.replace(at(-2), 'yesterday') },
      'saml.issue-instant.unreadable',
      [],
    ],
    [
      'a byte order mark at an end',
      { nameId: '<saml:NameID>\uFEFFada</saml:NameID>' },
      'saml.name-id.control-characters',
      [],
    ],
    [
      'another destination',
      { responseAttributes: soundMessage.responseAttributes.replace(ACS, `${ACS}/`) },
      'saml.destination.mismatch',
      [],
    ],
    [
      'another request on the response',
      { responseAttributes: soundMessage.responseAttributes.replace(REQUEST, '_other') },
      'saml.in-response-to.mismatch',
      [],
    ],
    [
      'another issuer of the response',
      { responseIssuer: '<saml:Issuer>https://evil.example</saml:Issuer>' },
      'saml.response-issuer.mismatch',
      [],
    ],
    [
      'no version',
      { assertionAttributes: soundMessage.assertionAttributes.replace('Version="2.0"', '') },
      'saml.message.version',
      [],
    ],
    [
      'another issuer of the assertion',
      { assertionIssuer: '<saml:Issuer>https://evil.example</saml:Issuer>' },
      'saml.assertion-issuer.mismatch',
      [],
    ],
    ['no NameID', { nameId: '' }, 'saml.name-id.missing', []],
    ['two NameIDs', { nameId: soundMessage.nameId.repeat(2) }, 'saml.name-id.several', []],
    ['an element in the NameID', { nameId: '<saml:NameID>admin<b/>@example.com</saml:NameID>' }, 'saml.text.split', []],
    [
      'a zero-width character in the NameID',
      { nameId: '<saml:NameID>ada\u200b</saml:NameID>' },
      'saml.name-id.control-characters',
      [],
    ],
    [
      'an element in the issuer of the response',
      { responseIssuer: soundMessage.responseIssuer.replace('idp', 'i<b/>dp') },
      'saml.text.split',
      [],
    ],
    [
      'the second of two sessions that is over',
      {
        authnStatement:
          soundMessage.authnStatement +
          soundMessage.authnStatement.replace('SessionIndex', `SessionNotOnOrAfter="${at(-61)}" SessionIndex`),
      },
      'saml.authn-statement.session-over',
      [],
    ],
    ['no confirmation', { confirmation: '' }, 'saml.confirmation.missing', []],
    [
      'a key holder',
      { confirmation: soundMessage.confirmation.replace('cm:bearer', 'cm:holder-of-key') },
      'saml.confirmation.holder-of-key',
      [],
    ],
    [
      'another recipient',
      { confirmation: soundMessage.confirmation.replace(ACS, 'https://evil.example/acs') },
      'saml.recipient.mismatch',
      [],
    ],
    [
      'no recipient',
      { confirmation: soundMessage.confirmation.replace(`Recipient="${ACS}"`, '') },
      'saml.recipient.missing',
      [],
    ],
    [
      'a late delivery',
      { confirmation: soundMessage.confirmation.replace(at(300), at(-61)) },
      'saml.confirmation-time.expired',
      [],
    ],
    [
      'no end of delivery',
      { confirmation: soundMessage.confirmation.replace(`NotOnOrAfter="${at(300)}"`, '') },
      'saml.confirmation-time.no-end',
      [],
    ],
    [
      'an end nobody can read',
      { confirmation: soundMessage.confirmation.replace(at(300), 'never') },
      'saml.confirmation-time.unreadable',
      [],
    ],
    [
      'another request',
      { confirmation: soundMessage.confirmation.replace(REQUEST, '_other') },
      'saml.confirmation-request.mismatch',
      [],
    ],
    [
      'no request',
      { confirmation: soundMessage.confirmation.replace(`InResponseTo="${REQUEST}"`, '') },
      'saml.confirmation-request.missing',
      [],
    ],
    ['another audience', { conditions: soundMessage.conditions.replace(SP, `${SP}/`) }, 'saml.audience.mismatch', []],
    [
      'a second restriction without us',
      { conditions: soundMessage.conditions + soundMessage.conditions.replace(SP, 'urn:other') },
      'saml.audience.mismatch',
      [],
    ],
    ['no audience', { conditions: '' }, 'saml.audience.missing', []],
    [
      'an unknown condition',
      { conditions: `${soundMessage.conditions}<x:Only xmlns:x="urn:x"/>` },
      'saml.conditions.unknown',
      [],
    ],
    ['a start in the future', { conditionsAttributes: `NotBefore="${at(61)}"` }, 'saml.not-before.too-early', []],
    ['an end in the past', { conditionsAttributes: `NotOnOrAfter="${at(-60)}"` }, 'saml.not-on-or-after.expired', []],
    [
      'an end before the start',
      { conditionsAttributes: `NotBefore="${at(10)}" NotOnOrAfter="${at(5)}"` },
      'saml.not-on-or-after.inverted',
      [],
    ],
    [
      'a time without zone',
      { conditionsAttributes: 'NotOnOrAfter="2026-06-01T13:00:00"' },
      'saml.not-on-or-after.unreadable',
      [],
    ],
    ['no sign-in', { authnStatement: '' }, 'saml.authn-statement.missing', []],
    [
      'a session that is over',
      {
        authnStatement: soundMessage.authnStatement.replace(
          'SessionIndex',
          `SessionNotOnOrAfter="${at(-61)}" SessionIndex`,
        ),
      },
      'saml.authn-statement.session-over',
      [],
    ],
    [
      'two mail attributes',
      { attributes: attribute('email', 'ada@example.com') + attribute('email', 'eve@example.com') },
      'saml.attributes.duplicated',
      [],
    ],
  ])('%s', (_name, change, code) => {
    expect(changed(change)).toMatchObject({ verdict: 'rejected', rootCauses: [code] })
    expect(judge(sign(responseXml(change), idp)).identity).toBeNull()
  })

  test('an issue instant in the future brings the other early times with it', () => {
    const early = changed({
      responseAttributes: soundMessage.responseAttributes.replace(at(-2), at(240)),
      conditionsAttributes: `NotBefore="${at(235)}" NotOnOrAfter="${at(600)}"`,
    })
    expect(early.rootCauses).toEqual(['saml.issue-instant.in-the-future'])
    expect(early.consequences).toEqual(['saml.not-before.too-early < saml.issue-instant.in-the-future'])
  })

  test('an old response is one fault, however many times say so', () => {
    const late = changed(
      {
        responseAttributes: soundMessage.responseAttributes.replace(at(-2), at(-3600)),
        confirmation: soundMessage.confirmation.replace(at(300), at(-3300)),
        conditionsAttributes: `NotBefore="${at(-3660)}" NotOnOrAfter="${at(-3300)}"`,
      },
      strict,
    )
    expect(late.rootCauses).toEqual(['saml.not-on-or-after.expired'])
    expect(late.consequences).toHaveLength(2)
  })

  test('an old assertion in a fresh response is refused by strict', () => {
    const old = { assertionAttributes: soundMessage.assertionAttributes.replace(at(-2), at(-3600)) }
    expect(changed(old, strict)).toMatchObject({ verdict: 'rejected', rootCauses: ['saml.issue-instant.too-old'] })
    expect(changed(old)).toMatchObject({ verdict: 'accepted', warnings: ['saml.issue-instant.too-old'] })
  })

  test('a wrong ACS URL in two places is one fault', () => {
    const wrong = 'https://staging.customer.example/acs'
    expect(
      changed({
        responseAttributes: soundMessage.responseAttributes.replace(ACS, wrong),
        confirmation: soundMessage.confirmation.replace(ACS, wrong),
      }),
    ).toMatchObject({
      rootCauses: ['saml.recipient.mismatch'],
      consequences: ['saml.destination.mismatch < saml.recipient.mismatch'],
    })
  })

  test('the place, the values and the clause come with it', () => {
    const { findings } = judge(sign(responseXml({ conditions: soundMessage.conditions.replace(SP, 'urn:other') }), idp))
    expect(findings.find(({ rootCause }) => rootCause)).toMatchObject({
      code: 'saml.audience.mismatch',
      expected: SP,
      actual: 'urn:other',
      owner: 'idp-admin',
      reference: 'SAML Core §2.5.1.4',
      location: {
        document: 'message',
        path: '/samlp:Response/saml:Assertion/saml:Conditions/saml:AudienceRestriction/saml:Audience',
        line: 1,
      },
    })
  })
})

test.each([
  [`${SP}/`, 'by the slash at the end'],
  [SP.replace('https', 'http'), 'by http and https'],
  [SP.toUpperCase(), 'by capital letters'],
  [SP.replace('app.', 'staging.'), 'by the host'],
])('the audience %s differs only %s', (audience, words) => {
  const { findings } = judge(sign(responseXml({ conditions: soundMessage.conditions.replace(SP, audience) }), idp))
  expect(findings.find(({ rootCause }) => rootCause)?.detail).toContain(words)
})
