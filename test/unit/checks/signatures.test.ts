import { beforeAll, describe, expect, test } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { withUnreadableKey, withUnreadableTime } from '#test/support/pki/spoiled-certificate.ts'
import { gist, soundContext } from '#test/support/saml/judging.ts'
import { type MessageParts, responseXml, sign } from '#test/support/saml/response-message.ts'

let idp: SigningIdentity
let other: SigningIdentity
let expired: SigningIdentity
beforeAll(async () => {
  idp = await makeSigningIdentity()
  other = await makeSigningIdentity('rsa-2048', { commonName: 'other.example.com' })
  expired = await makeSigningIdentity('rsa-2048', { commonName: 'old.example.com', notAfter: '2026-05-01T00:00:00Z' })
})

const judge = (xml: string, change: Partial<ResponseContext> = {}) => judgeResponse(xml, soundContext([idp], change))
const changed = (change: Partial<MessageParts>, context: Partial<ResponseContext> = {}) =>
  gist(judge(sign(responseXml(change), idp), context))
const strict = { policy: { ...defaultJudgingPolicy, mode: 'strict' as const } }

describe('signatures', () => {
  test('nothing signed', () => {
    expect(gist(judge(responseXml()))).toMatchObject({ verdict: 'rejected', rootCauses: ['saml.signature.missing'] })
  })

  test('changed content is told from a wrong key', () => {
    const tampered = sign(responseXml(), idp).replaceAll('ada@example.com', 'eve@example.com')
    expect(gist(judge(tampered))).toMatchObject({ verdict: 'rejected', rootCauses: ['saml.signature-digest.changed'] })
  })

  test('a rolled key is named, with both certificates', () => {
    const judgement = judge(sign(responseXml(), other))
    expect(gist(judgement)).toMatchObject({ verdict: 'rejected', rootCauses: ['saml.signature-value.key-rolled'] })
    const finding = judgement.findings.find(({ rootCause }) => rootCause)
    expect(finding?.expected).toContain('idp.example.com')
    expect(finding?.actual).toContain('other.example.com')
  })

  test('an unknown key without a certificate', () => {
    const xml = sign(responseXml(), other).replace(/<ds:KeyInfo>.*?<\/ds:KeyInfo>/, '')
    expect(gist(judge(xml)).rootCauses).toEqual(['saml.signature-value.wrong-key'])
  })

  test('an unknown key of which only the names are told', () => {
    const names =
      '<ds:X509Data><ds:X509SubjectName>CN=new</ds:X509SubjectName><ds:X509IssuerSerial><ds:X509IssuerName>CN=ca</ds:X509IssuerName><ds:X509SerialNumber>7</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>'
    const xml = sign(responseXml(), other).replace(/<ds:X509Data>.*?<\/ds:X509Data>/, names)
    const finding = judge(xml).findings.find(({ rootCause }) => rootCause)
    expect(finding).toMatchObject({
      code: 'saml.signature-value.wrong-key',
      actual: 'X509SubjectName CN=new\nX509IssuerName CN=ca\nX509SerialNumber 7',
    })
  })

  test.each([
    ['with its certificate in the message', (xml: string) => xml],
    ['with none', (xml: string) => xml.replace(/<ds:KeyInfo>.*?<\/ds:KeyInfo>/, '')],
  ])('a key that was trusted before, %s, is named and verifies nothing', (_name, change) => {
    const { sha256 } = other.certificate.summary
    const { identityProvider } = soundContext([idp])
    const retiredCertificates = [{ sha256, x509: other.certificate.x509 }]
    const known = { identityProvider: { ...identityProvider, retiredCertificates } }
    const judgement = judge(change(sign(responseXml(), other)), known)
    expect(gist(judgement)).toMatchObject({ verdict: 'rejected', rootCauses: ['saml.signature-value.retired-key'] })
    expect(judgement.identity).toBeNull()
    expect(judgement.findings.find(({ rootCause }) => rootCause)?.actual).toContain('other.example.com')
    expect(gist(judge(sign(responseXml(), idp), known)).verdict).toBe('accepted')
    expect(gist(judge(sign(responseXml(), expired), known)).rootCauses).toEqual(['saml.signature-value.key-rolled'])
  })

  test('our certificate shown beside a signature it did not make', () => {
    const ours = idp.certificate.x509.raw.toString('base64')
    const xml = sign(responseXml(), other).replace(/(<ds:X509Certificate>)[^<]*/, `$1${ours}`)
    expect(gist(judge(xml)).rootCauses).toEqual(['saml.signature-value.forged'])
  })

  test.each([withUnreadableKey, withUnreadableTime])(
    'a certificate in the message that nobody can read (%o)',
    (spoil) => {
      const xml = sign(responseXml(), other).replace(
        /(<ds:X509Certificate>)[^<]*/,
        `$1${spoil(other).toString('base64')}`,
      )
      expect(gist(judge(xml)).verdict).toBe('rejected')
    },
  )

  test('a signature of a megabyte is read in no time', () => {
    const xml = sign(responseXml(), idp).replace('<ds:SignatureValue>', `<ds:SignatureValue>${'A'.repeat(900_000)}!`)
    const before = process.cpuUsage().user
    expect(gist(judge(xml)).rootCauses).toEqual(['saml.signature-shape.malformed'])
    expect(process.cpuUsage().user - before).toBeLessThan(3_000_000)
  })

  test('another identity provider explains another key', () => {
    const xml = sign(responseXml({ assertionIssuer: '<saml:Issuer>https://staging.example</saml:Issuer>' }), other)
    expect(gist(judge(xml)).rootCauses).toEqual(['saml.assertion-issuer.mismatch'])
  })

  test('no certificate given: undecided, nothing passed that is not vouched for', () => {
    const judgement = judgeResponse(sign(responseXml(), idp), soundContext([]))
    expect(judgement).toMatchObject({ verdict: 'undecided', identity: null })
    expect(judgement.findings.filter(({ severity }) => severity === 'passed').map(({ code }) => code)).toEqual([
      'xml.document',
      'saml.message',
      'saml.structure',
    ])
  })

  test('one of two signatures does not hold', () => {
    const xml = sign(sign(responseXml(), other), idp, ['_response1'])
    expect(gist(judge(xml))).toMatchObject({ verdict: 'rejected', rootCauses: ['saml.signature-value.key-rolled'] })
  })

  test('what the policy wants signed', () => {
    const want = (requireSigned: 'response' | 'both' | 'assertion') => ({
      policy: { ...defaultJudgingPolicy, requireSigned },
    })
    expect(changed({}, want('response')).rootCauses).toEqual(['saml.signature.response-missing'])
    expect(changed({}, want('both')).rootCauses).toEqual(['saml.signature.response-missing'])
    expect(gist(judge(sign(responseXml(), idp, ['_response1']), want('assertion'))).rootCauses).toEqual([
      'saml.signature.assertion-missing',
    ])
  })

  test('an expired certificate: a warning in interop, an error in strict', () => {
    const xml = sign(responseXml(), expired)
    expect(gist(judgeResponse(xml, soundContext([expired])))).toMatchObject({
      verdict: 'accepted',
      warnings: ['saml.certificate.expired'],
    })
    expect(judgeResponse(xml, soundContext([expired])).findings.at(-1)).toMatchObject({
      code: 'saml.policy.strict-would-refuse',
      severity: 'info',
      actual: 'saml.certificate.expired',
    })
    expect(gist(judgeResponse(xml, soundContext([expired], strict)))).toMatchObject({
      rootCauses: ['saml.certificate.expired'],
    })
  })
})
