import { sign, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CertificateSummary } from '#shared/model/certificate.ts'
import { makeSigningIdentity } from '#test/support/pki/signing-identity.ts'

describe.each([
  ['rsa-2048', 'rsa', 2048],
  ['rsa-3072', 'rsa', 3072],
  ['ec-p256', 'ec', 256],
] as const)('%s', (kind, keyType, keyBits) => {
  test('the certificate is signed by its own key and says what was asked', async () => {
    const { certificate, privateKey, publicKey } = await makeSigningIdentity(kind, {
      commonName: 'Muster, Söhne + Co',
      notBefore: '2026-11-22T08:00:00Z',
      notAfter: '2056-11-22T08:00:00Z',
    })
    const { x509, summary } = certificate
    expect(x509.verify(publicKey)).toBe(true)
    expect(x509.checkPrivateKey(privateKey)).toBe(true)
    expect(x509.ca).toBe(false)
    expect(CertificateSummary.parse(summary)).toEqual(summary)
    expect(summary).toMatchObject({
      name: 'Muster, Söhne + Co',
      notBefore: '2026-11-22T08:00:00.000Z',
      notAfter: '2056-11-22T08:00:00.000Z',
      keyType,
      keyBits,
      issuer: summary.subject,
    })
    expect(summary.sha256).toBe(x509.fingerprint256.replaceAll(':', '').toLowerCase())
    const signature = sign('sha256', Buffer.from('octets'), privateKey)
    expect(verify('sha256', Buffer.from('octets'), x509.publicKey, signature)).toBe(true)
  })
})

test('serial numbers are positive whatever the random bytes', async () => {
  const serials = await Promise.all([makeSigningIdentity('ec-p256'), makeSigningIdentity('ec-p256')])
  for (const { certificate } of serials) expect(certificate.summary.serial).toMatch(/^[4-7][0-9a-f]{31}$/)
})
