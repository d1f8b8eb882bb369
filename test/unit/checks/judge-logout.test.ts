import { beforeAll, describe, expect, test } from 'vitest'
import { judgeLogout } from '#main/checks/judge-logout.ts'
import type { LogoutContext } from '#main/checks/logout/logout-context.ts'
import type { IncomingMessage } from '#main/checks/message/open-incoming.ts'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { LogoutJudgement } from '#shared/model/message-judgement.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { at, IDP, NOW, sign } from '#test/support/saml/response-message.ts'
import { encrypt } from '#test/support/xml/encrypt.ts'

const SLO = 'https://app.customer.example/saml/slo'
let idp: SigningIdentity
let other: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
  other = await makeSigningIdentity('rsa-2048', { commonName: 'other.example.com' })
})

const open = (local: string, attributes: string, inside: string) =>
  `<samlp:${local} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ${attributes}><saml:Issuer>${IDP}</saml:Issuer>${inside}</samlp:${local}>`
const attributes = `ID="_logout1" Version="2.0" IssueInstant="${at(-2)}" Destination="${SLO}"`
const name = '<saml:NameID>ada@example.com</saml:NameID>'
const index = '<samlp:SessionIndex>_session1</samlp:SessionIndex>'
const request = (change: { attributes?: string; inside?: string } = {}) =>
  open('LogoutRequest', change.attributes ?? attributes, change.inside ?? name + index)
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const status = (code = SUCCESS, nested = '') =>
  `<samlp:Status><samlp:StatusCode Value="${code}">${nested}</samlp:StatusCode></samlp:Status>`
const response = (inside = status(), more = ' InResponseTo="_ours"') =>
  open('LogoutResponse', attributes + more, inside)

const context = (change: Partial<LogoutContext> = {}): LogoutContext => ({
  now: NOW,
  policy: defaultJudgingPolicy,
  identityProvider: {
    entityId: IDP,
    certificates: [{ sha256: idp.certificate.summary.sha256, x509: idp.certificate.x509 }],
  },
  serviceProvider: { logoutUrl: SLO, decryptionKeys: [] },
  requestId: '_ours',
  stopwatch: undefined,
  ...change,
})
const post = (xml: string): IncomingMessage => ({ kind: 'xml', xml })
const redirect = (
  xml: string,
  signer: SigningIdentity | undefined,
  relayState: string | null = null,
): IncomingMessage => {
  const kind = xml.includes('LogoutRequest') ? 'SAMLRequest' : 'SAMLResponse'
  const signWith = signer && { key: signer.privateKey, hash: 'sha256' as const }
  return {
    kind: 'redirect',
    query: new URL(encodeRedirect({ destination: SLO, kind, xml, relayState, signWith })).search,
  }
}
const gist = (incoming: IncomingMessage, change: Partial<LogoutContext> = {}) => {
  const judgement = judgeLogout(incoming, context(change))
  expect(() => LogoutJudgement.parse(judgement)).not.toThrow()
  const codes = judgement.findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)
  return [judgement.verdict, ...codes]
}
const signed = (xml: string) => post(sign(xml, idp, ['_logout1']))

describe('is accepted', () => {
  test('a request by POST and by Redirect', () => {
    expect(gist(signed(request()))).toEqual(['accepted'])
    expect(gist(redirect(request(), idp, 'handle'))).toEqual(['accepted'])
    expect(judgeLogout(redirect(request(), idp), context()).logout).toEqual({
      kind: 'LogoutRequest',
      id: '_logout1',
      issuer: IDP,
      nameId: 'ada@example.com',
      sessionIndexes: ['_session1'],
      inResponseTo: null,
    })
  })

  test('an answer to our request', () => {
    expect(gist(signed(response()))).toEqual(['accepted'])
    expect(gist(redirect(response(), idp))).toEqual(['accepted'])
  })

  test('an encrypted name that our key opens', () => {
    const encrypted = `<saml:EncryptedID>${encrypt(name, { to: other.publicKey })}</saml:EncryptedID>${index}`
    const change = { serviceProvider: { logoutUrl: SLO, decryptionKeys: [other.privateKey] } }
    expect(judgeLogout(signed(request({ inside: encrypted })), context(change)).logout?.nameId).toBe('ada@example.com')
  })

  test('without certificates, with its signature not verified', () => {
    const change = { identityProvider: { entityId: IDP, certificates: [] } }
    const judgement = judgeLogout(redirect(request(), idp), context(change))
    expect(judgement.verdict).toBe('accepted')
    expect(judgement.findings.find(({ code }) => code === 'saml.redirect-signature')).toMatchObject({
      severity: 'not-verified',
    })
  })
})

test.each<[string, () => IncomingMessage, string]>([
  ['unsigned', () => post(request()), 'saml.logout.signature.missing'],
  ['unsigned in the address', () => redirect(request(), undefined), 'saml.logout.signature.missing'],
  ['signed with another key', () => redirect(request(), other), 'saml.redirect-signature.wrong-key'],
  ['a rolled key', () => post(sign(request(), other, ['_logout1'])), 'saml.signature-value.key-rolled'],
  ['changed', () => post(sign(request(), idp, ['_logout1']).replace('ada@', 'eve@')), 'saml.signature-digest.changed'],
  [
    'half a signature',
    () => ({
      kind: 'redirect',
      query: (redirect(request(), idp) as { query: string }).query.replace(/&SigAlg=[^&]*/, ''),
    }),
    'saml.redirect-signature.incomplete',
  ],
  [
    'an unknown algorithm',
    () => ({
      kind: 'redirect',
      query: (redirect(request(), idp) as { query: string }).query.replace('rsa-sha256', 'hmac-sha256'),
    }),
    'saml.redirect-signature.unknown-algorithm',
  ],
  [
    'another RelayState than was signed',
    () => ({
      kind: 'redirect',
      query: (redirect(request(), idp, 'a') as { query: string }).query.replace('RelayState=a', 'RelayState=b'),
    }),
    'saml.redirect-signature.wrong-key',
  ],
  [
    'a signature elsewhere',
    () =>
      post(sign(request(), idp, ['_logout1']).replace(/(<ds:Signature.*<\/ds:Signature>)/, '<x xmlns="urn:x">$1</x>')),
    'saml.logout.signature.misplaced',
  ],
  [
    'another issuer',
    () => signed(request().replace(`>${IDP}<`, '>https://evil.example<')),
    'saml.logout.issuer.mismatch',
  ],
  [
    'no issuer',
    () => redirect(request().replace(/<saml:Issuer>.*<\/saml:Issuer>/, ''), idp),
    'saml.logout.issuer.missing',
  ],
  [
    'another destination',
    () => signed(request({ attributes: attributes.replace(SLO, `${SLO}/`) })),
    'saml.logout.destination.mismatch',
  ],
  [
    'issued in the future',
    () => signed(request({ attributes: attributes.replace(at(-2), at(120)) })),
    'saml.logout.time.in-the-future',
  ],
  [
    'expired',
    () => signed(request({ attributes: `${attributes} NotOnOrAfter="${at(-61)}"` })),
    'saml.logout.time.expired',
  ],
  [
    'no time',
    () => signed(request({ attributes: attributes.replace(/IssueInstant="[^"]*"/, '') })),
    'saml.logout.time.unreadable',
  ],
  ['nobody named', () => signed(request({ inside: index })), 'saml.logout.subject.missing'],
  ['two named', () => signed(request({ inside: name + name })), 'saml.logout.subject.several'],
  ['SAML 1.1', () => signed(request({ attributes: attributes.replace('2.0', '1.1') })), 'saml.logout.message.version'],
  [
    'a failure',
    () => signed(response(status('urn:oasis:names:tc:SAML:2.0:status:Responder'))),
    'saml.logout.status.failed',
  ],
  ['no status', () => signed(response('')), 'saml.logout.status.missing'],
  [
    'the answer to another request',
    () => signed(response(status(), ' InResponseTo="_other"')),
    'saml.logout.in-response-to.mismatch',
  ],
  ['an answer to none', () => signed(response(status(), '')), 'saml.logout.in-response-to.missing'],
  [
    'another message',
    () => post('<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>'),
    'saml.logout.message.other',
  ],
  ['no message in the address', () => ({ kind: 'redirect', query: 'RelayState=x' }), 'saml.logout.encoding.unreadable'],
  ['no XML', () => post('hello'), 'xml.not-well-formed'],
])('is rejected: %s', (_name, incoming, code) => {
  expect(gist(incoming())).toEqual(['rejected', code])
})

test('a partial logout and a long RelayState are warned of', () => {
  const partial = status(SUCCESS, '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:PartialLogout"/>')
  const warnings = (incoming: IncomingMessage) =>
    judgeLogout(incoming, context())
      .findings.filter(({ severity }) => severity === 'warning')
      .map(({ code }) => code)
  expect(warnings(signed(response(partial)))).toEqual(['saml.logout.status.partial'])
  expect(warnings(redirect(request(), idp, 'x'.repeat(81)))).toEqual(['saml.logout.encoding.relay-state'])
  expect(warnings(redirect(request(), idp, 'x'.repeat(80)))).toEqual([])
})
