import { beforeAll, describe, expect, test } from 'vitest'
import { judgeRequest } from '#main/checks/judge-request.ts'
import type { IncomingMessage } from '#main/checks/message/open-incoming.ts'
import type { RequestContext } from '#main/checks/request/request-context.ts'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeAuthnRequest } from '#main/saml/service-provider/write-authn-request.ts'
import { RequestJudgement } from '#shared/model/message-judgement.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { ACS, NOW, SP, sign } from '#test/support/saml/response-message.ts'

const SSO = 'https://idp.example.com/sso'
let sp: SigningIdentity
let other: SigningIdentity
beforeAll(async () => {
  sp = await makeSigningIdentity()
  other = await makeSigningIdentity()
})

const request = (change: Partial<Parameters<typeof writeAuthnRequest>[0]> = {}) =>
  writeAuthnRequest({ id: '_request1', issueInstant: NOW, issuer: SP, destination: SSO, acsUrl: ACS, ...change })
const context = (change: Partial<RequestContext> = {}): RequestContext => ({
  now: NOW,
  policy: defaultJudgingPolicy,
  serviceProvider: {
    entityId: SP,
    certificates: [{ sha256: sp.certificate.summary.sha256, x509: sp.certificate.x509 }],
    acsUrls: [ACS],
    signsRequests: false,
  },
  identityProvider: { signInUrls: [SSO], nameIdFormats: [], wantsSignedRequests: false },
  stopwatch: undefined,
  ...change,
})
const post = (xml: string): IncomingMessage => ({ kind: 'xml', xml })
const redirect = (xml: string, signer?: SigningIdentity): IncomingMessage => {
  const signWith = signer && { key: signer.privateKey, hash: 'sha512' as const }
  return {
    kind: 'redirect',
    query: new URL(encodeRedirect({ destination: SSO, kind: 'SAMLRequest', xml, relayState: null, signWith })).search,
  }
}
const judge = (incoming: IncomingMessage, change: Partial<RequestContext> = {}) => {
  const judgement = judgeRequest(incoming, context(change))
  expect(() => RequestJudgement.parse(judgement)).not.toThrow()
  return judgement
}
const gist = (incoming: IncomingMessage, change: Partial<RequestContext> = {}) => {
  const { verdict, findings } = judge(incoming, change)
  return [verdict, ...findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)]
}
const wantsSigned = { identityProvider: { signInUrls: [SSO], nameIdFormats: [], wantsSignedRequests: true } }

describe('is accepted', () => {
  test('unsigned, where nobody wants it signed', () => {
    expect(gist(post(request()))).toEqual(['accepted'])
    expect(judge(redirect(request())).request).toMatchObject({
      id: '_request1',
      issuer: SP,
      destination: SSO,
      acsUrl: ACS,
    })
  })

  test('signed in the address and in the XML', () => {
    expect(gist(redirect(request(), sp), wantsSigned)).toEqual(['accepted'])
    expect(gist(post(sign(request(), sp, ['_request1'])), wantsSigned)).toEqual(['accepted'])
  })
})

test.each<[string, () => IncomingMessage, string, Partial<RequestContext>?]>([
  ['unsigned, though promised', () => post(request()), 'saml.request.signature.missing', wantsSigned],
  ['another key', () => redirect(request(), other), 'saml.redirect-signature.wrong-key'],
  ['another application', () => post(request({ issuer: 'urn:other' })), 'saml.request.issuer.mismatch'],
  [
    'another identity provider',
    () => post(request({ destination: 'https://staging.example/sso' })),
    'saml.request.destination.mismatch',
  ],
  ['an ACS URL nobody registered', () => post(request({ acsUrl: `${ACS}/` })), 'saml.request.acs-url.mismatch'],
  ['an ID that begins with a digit', () => post(request({ id: '1234' })), 'saml.request.message.id'],
  [
    'the future',
    () => post(request({ issueInstant: new Date(NOW.getTime() + 120_000) })),
    'saml.request.time.in-the-future',
  ],
  [
    'force and passive',
    () => post(request({ forceAuthn: true }).replace('ForceAuthn=', 'IsPassive="true" ForceAuthn=')),
    'saml.request.wishes.contradiction',
  ],
  [
    'a response',
    () => post('<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>'),
    'saml.request.message.other',
  ],
  ['no message', () => ({ kind: 'redirect', query: '' }), 'saml.request.encoding.unreadable'],
])('is rejected: %s', (_name, incoming, code, change) => {
  expect(gist(incoming(), change)).toEqual(['rejected', code])
})

test('a format that is not offered is warned of; an old request too, and refused by strict', () => {
  const offered = { identityProvider: { signInUrls: [SSO], nameIdFormats: ['urn:a'], wantsSignedRequests: false } }
  const warnings = judge(post(request({ nameIdFormat: 'urn:b' })), offered).findings.filter(
    ({ severity }) => severity === 'warning',
  )
  expect(warnings.map(({ code }) => code)).toEqual(['saml.request.wishes.name-id-format'])
  const old = post(request({ issueInstant: new Date(NOW.getTime() - 3_600_000) }))
  expect(gist(old)).toEqual(['accepted'])
  expect(gist(old, { policy: { ...defaultJudgingPolicy, mode: 'strict' } })).toEqual([
    'rejected',
    'saml.request.time.too-old',
  ])
})
