import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { messageId } from '#main/saml/message-id.ts'
import { type LoginRequest, startLogin } from '#main/saml/service-provider/start-login.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import type { JudgingPolicy } from '#shared/model/policy.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'
import { postedBy } from '#test/support/practice-idp/running-practice-idp.ts'
import {
  hasSimpleSamlPhp,
  type RunningSimpleSamlPhp,
  runSimpleSamlPhp,
} from '#test/support/simplesamlphp/run-simplesamlphp.ts'
import { signInThere, simpleSamlPhpBrowser } from '#test/support/simplesamlphp/sign-in.ts'

const ENTITY_ID = 'urn:example:claimcheck'
const ACS_URL = 'https://app.customer.example/saml/acs'
const application = (settings: Record<string, unknown> = {}) => ({ entityId: ENTITY_ID, acsUrl: ACS_URL, settings })
/** It knows no other; its signed response covers the ciphertext. */
const CBC = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc'

/** As a person does: our request, its sign-in page, its answer. */
async function login(idp: RunningSimpleSamlPhp, change: Partial<LoginRequest> = {}) {
  const id = messageId(randomBytes(16))
  const { start } = startLogin({
    id,
    issueInstant: new Date(),
    issuer: ENTITY_ID,
    destination: idp.ssoUrl,
    acsUrl: ACS_URL,
    binding: 'redirect',
    relayState: 'to the board & back',
    ...change,
  })
  const browser = simpleSamlPhpBrowser()
  const page = await (start.form === null ? browser.get(start.url) : browser.post(start.url, start.form))
  return { id, posted: postedBy(await signInThere(browser, page)) }
}

const contextOf = (
  { entityId, signer }: RunningSimpleSamlPhp,
  requestId: string,
  requireSigned: JudgingPolicy['requireSigned'],
  decryptionKeys: ResponseContext['serviceProvider']['decryptionKeys'] = [],
): ResponseContext => ({
  now: new Date(),
  policy: { ...defaultJudgingPolicy, mode: 'strict', requireSigned },
  identityProvider: {
    entityId,
    certificates: [{ sha256: signer.certificate.summary.sha256, x509: signer.certificate.x509 }],
  },
  serviceProvider: { entityId: ENTITY_ID, acsUrl: ACS_URL, decryptionKeys },
  solicitation: { kind: 'requested', requestId },
  mapping: wellKnownClaimNames,
  requiredClaims: ['email', 'givenName', 'familyName', 'groups'],
  emailDomains: ['example.com'],
  maximumAuthenticationAge: 300,
  stopwatch: undefined,
})

const profile = {
  email: 'ada.lovelace@example.com',
  givenName: 'Ada',
  familyName: 'Lovelace',
  groups: ['engineering', 'admins'],
}

describe.skipIf(!hasSimpleSamlPhp)('SimpleSAMLphp as identity provider', () => {
  test.each([
    ['assertion', { 'saml20.sign.assertion': true, 'saml20.sign.response': false }],
    ['response', { 'saml20.sign.assertion': false, 'saml20.sign.response': true }],
    ['both', { 'saml20.sign.assertion': true, 'saml20.sign.response': true }],
  ] as const)('its answer, signed: %s', async (signed, settings) => {
    const idp = await runSimpleSamlPhp([application(settings)])
    const { id, posted } = await login(idp)
    expect([posted.acsUrl, posted.relayState]).toEqual([ACS_URL, 'to the board & back'])
    const { verdict, identity, findings } = judgeResponse(posted.xml, contextOf(idp, id, signed))
    expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([])
    expect(verdict).toBe('accepted')
    expect(identity).toMatchObject({ nameId: profile.email, issuer: idp.entityId, profile })
  })

  test.each([
    ['Redirect', 'redirect'],
    ['POST', 'post'],
  ] as const)('our signed request by %s, its encrypted answer', async (_name, binding) => {
    const sp = await makeSigningIdentity('rsa-2048')
    const idp = await runSimpleSamlPhp([
      {
        entityId: ENTITY_ID,
        acsUrl: ACS_URL,
        certificate: sp.certificate,
        settings: { 'validate.authnrequest': true, 'assertion.encryption': true },
      },
    ])
    const signWith = { key: sp.privateKey, hash: 'sha256' as const }
    const { id, posted } = await login(idp, { binding, signWith })
    expect(posted.xml.includes(CBC)).toBe(true)
    const context = contextOf(idp, id, 'either', [sp.privateKey])
    expect(judgeResponse(posted.xml, context)).toMatchObject({ verdict: 'accepted', identity: { profile } })

    const other = await makeSigningIdentity('rsa-2048')
    const closed = judgeResponse(posted.xml, contextOf(idp, id, 'either', [other.privateKey]))
    expect(closed.verdict).not.toBe('accepted')
    expect(closed.findings.find(({ rootCause }) => rootCause)?.code).toBe('saml.encryption.other-key')
  })

  test('it refuses our request when its signature is by another key', async () => {
    const [sp, other] = [await makeSigningIdentity('rsa-2048'), await makeSigningIdentity('rsa-2048')]
    const idp = await runSimpleSamlPhp([
      { ...application({ 'validate.authnrequest': true }), certificate: sp.certificate },
    ])
    const signWith = { key: other.privateKey, hash: 'sha256' as const }
    await expect(login(idp, { signWith })).rejects.toThrow(/no form with username/)
  })

  test('the answer to another request, or after another key was rolled in, is explained', async () => {
    const idp = await runSimpleSamlPhp([application()])
    const { id, posted } = await login(idp)
    const codes = (context: ResponseContext) =>
      judgeResponse(posted.xml, context)
        .findings.filter(({ rootCause }) => rootCause)
        .map(({ code }) => code)
    expect(codes(contextOf(idp, '_another', 'either'))).toEqual(['saml.confirmation-request.mismatch'])
    const rolled = { ...idp, signer: await makeSigningIdentity('rsa-2048') }
    expect(codes(contextOf(rolled, id, 'either'))).toEqual(['saml.signature-value.key-rolled'])
  })
})
