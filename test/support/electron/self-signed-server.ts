import { randomBytes } from 'node:crypto'
import { makeSelfSigned } from '#main/pki/certificate/make-self-signed.ts'
import { generateKeyPair } from '#main/pki/key-pair/generate-key-pair.ts'

/** Key and certificate of a TLS server that nobody trusts. */
export async function selfSignedServer(): Promise<{ key: string; cert: string }> {
  const keys = await generateKeyPair('ec-p256')
  const now = Date.now()
  const { summary } = await makeSelfSigned({
    ...keys,
    commonName: '127.0.0.1',
    notBefore: new Date(now - 86_400_000),
    notAfter: new Date(now + 86_400_000),
    serial: randomBytes(16),
  })
  return { key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: summary.pem }
}
