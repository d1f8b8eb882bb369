import { beforeAll, describe, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { answerLogin, refuseLogin } from '#main/saml/identity-provider/answer-login.ts'
import { writeResponse } from '#main/saml/identity-provider/write-response.ts'
import { STATUS_NO_PASSIVE } from '#main/saml/namespaces.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { descendantsOf, textOf } from '#main/xml/tree/query.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { defaultClaimMapping } from '#shared/model/profile.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { loginAnswering } from '#test/support/saml/login-answering.ts'
import { verifyAllIn } from '#test/support/xml/verify-in.ts'

let rsa: SigningIdentity
let ec: SigningIdentity
beforeAll(async () => {
  ;[rsa, ec] = await Promise.all([makeSigningIdentity('rsa-2048'), makeSigningIdentity('ec-p256')])
})

const contextFor = ({ certificate }: SigningIdentity): ResponseContext => ({
  now: new Date('2026-11-22T08:00:01Z'),
  policy: { ...defaultJudgingPolicy, mode: 'strict', requireSigned: 'both' },
  identityProvider: {
    entityId: 'https://idp.example.com/metadata',
    certificates: [{ sha256: certificate.summary.sha256, x509: certificate.x509 }],
  },
  serviceProvider: {
    entityId: 'urn:claimcheck:acme:conn_1',
    acsUrl: 'https://app.customer.example/saml/acs?connection=conn_1&x=y',
    decryptionKeys: [],
  },
  solicitation: { kind: 'requested', requestId: '_request0123456789abcdef0123456789' },
  mapping: defaultClaimMapping,
  requiredClaims: ['email'],
  emailDomains: ['example.com'],
  maximumAuthenticationAge: undefined,
  stopwatch: undefined,
})

describe.each(['rsa', 'ec'] as const)('with an %s key', (kind) => {
  const signer = () => (kind === 'rsa' ? rsa : ec)

  test.each(['sha256', 'sha512'] as const)('both signatures hold, %s', (hash) => {
    const values = answerLogin(loginAnswering(signer()))
    const xml = writeResponse({ ...values, signing: { ...values.signing!, hash } })
    const judged = verifyAllIn(xml, signer().publicKey)
    expect(judged.map(({ verified }) => verified?.local)).toEqual(['Response', 'Assertion'])
    expect(judged.every(({ signature }) => signature.method?.hash === hash)).toBe(true)
  })

  test('is accepted by the strict judge without a single warning', () => {
    const xml = writeResponse(answerLogin(loginAnswering(signer())))
    const { verdict, identity, findings } = judgeResponse(xml, contextFor(signer()))
    const worse = findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    expect([verdict, worse]).toEqual(['accepted', []])
    expect(identity).toMatchObject({
      nameId: 'ada.lovelace@example.com',
      sessionIndex: '_session',
      profile: { email: 'ada.lovelace@example.com', groups: ['engineering', 'admins'] },
    })
  })
})

describe('what is signed', () => {
  test.each([
    [true, false, ['Response']],
    [false, true, ['Assertion']],
    [false, false, []],
  ])('response %s, assertion %s', (response, assertion, covered) => {
    const values = answerLogin(loginAnswering(rsa))
    const xml = writeResponse({ ...values, signing: { ...values.signing!, response, assertion } })
    expect(verifyAllIn(xml, rsa.publicKey).map(({ verified }) => verified?.local)).toEqual(covered)
  })

  test('a Signature stands right after the Issuer', () => {
    const xml = writeResponse(answerLogin(loginAnswering(rsa)))
    const { root } = parseXml(xml, messageLimits)
    expect(namesIn(root)).toEqual(['Issuer', 'Signature', 'Status', 'Assertion'])
    const assertion = [...descendantsOf(root)].find(({ local }) => local === 'Assertion')!
    const rest = ['Subject', 'Conditions', 'AuthnStatement', 'AttributeStatement']
    expect(namesIn(assertion)).toEqual(['Issuer', 'Signature', ...rest])
  })
})

test.each([
  [true, true],
  [true, false],
  [false, true],
])('fits the official schemas, response signed %s, assertion signed %s', async (response, assertion) => {
  const values = answerLogin(loginAnswering(rsa))
  const xml = writeResponse({ ...values, signing: { ...values.signing!, response, assertion } })
  expect((await loadSchemaValidator()).validate(xml, 'protocol')).toEqual([])
})

describe('every value can be overridden', () => {
  test('times that are none, issuers that differ, parts left out', () => {
    const values = answerLogin(loginAnswering(rsa))
    const xml = writeResponse({
      ...values,
      signing: undefined,
      issuer: undefined,
      destination: undefined,
      issueInstant: 'yesterday',
      assertion: {
        ...values.assertion!,
        issuer: 'https://other.example.com',
        nameId: undefined,
        confirmation: undefined,
        conditions: { notOnOrAfter: 'never', audiences: ['urn:a', 'urn:b'] },
        authnStatement: undefined,
        attributes: [],
      },
    })
    expect(xml).not.toMatch(/Destination|Subject|AuthnStatement|AttributeStatement|Signature/)
    expect(xml).toContain('IssueInstant="yesterday"')
    expect(xml).toContain(
      '<saml:Conditions NotOnOrAfter="never"><saml:AudienceRestriction><saml:Audience>urn:a</saml:Audience><saml:Audience>urn:b</saml:Audience></saml:AudienceRestriction></saml:Conditions>',
    )
  })

  test('a value is never markup', () => {
    const value = '</saml:NameID><saml:NameID>admin@example.com'
    const xml = writeResponse(answerLogin(loginAnswering(rsa, { nameId: { value } })))
    const found = [...descendantsOf(parseXml(xml, messageLimits).root)].filter(({ local }) => local === 'NameID')
    expect(found.map(textOf)).toEqual([value])
    expect(verifyAllIn(xml, rsa.publicKey).every(({ verified }) => verified !== undefined)).toBe(true)
  })
})

test('a refusal carries no one, and both codes', () => {
  const xml = writeResponse(refuseLogin(loginAnswering(rsa), STATUS_NO_PASSIVE, 'Nobody is signed in.'))
  const { verdict, findings } = judgeResponse(xml, contextFor(rsa))
  expect(verdict).toBe('rejected')
  expect(findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)).toEqual(['saml.status.not-success'])
  expect(xml).toContain(STATUS_NO_PASSIVE)
})

test('nobody asked: no InResponseTo anywhere', () => {
  expect(writeResponse(answerLogin(loginAnswering(rsa, { inResponseTo: undefined })))).not.toContain('InResponseTo')
})

const namesIn = (element: ReturnType<typeof parseXml>['root']) =>
  element.children.map((child) => (child.kind === 'element' ? child.local : child.kind))
