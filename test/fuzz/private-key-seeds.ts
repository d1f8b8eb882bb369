import { issueCertificate } from '#test/support/pki/issued-certificate.ts'
import { pkcs12 } from '#test/support/pki/pkcs12.ts'

/** Made anew for each run: no private key is kept in the repository. */
export async function privateKeySeeds(): Promise<string[]> {
  const [rsa, curve] = await Promise.all([
    issueCertificate({ name: 'idp' }),
    issueCertificate({ name: 'curve', kind: 'P-384', hash: 'SHA-384' }),
  ])
  const sealing = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'passphrase' } as const
  return [
    ...[rsa, curve].flatMap(({ privateKey, certificate }) => [
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() + certificate.summary.pem,
      privateKey.export(sealing).toString(),
      privateKey.export({ type: 'pkcs8', format: 'der' }).toString('latin1'),
      JSON.stringify(privateKey.export({ format: 'jwk' })),
    ]),
    rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    curve.privateKey.export({ type: 'sec1', format: 'pem' }).toString(),
    pkcs12(rsa, 'passphrase', 'aes256', 1_000).toString('latin1'),
    pkcs12(rsa, 'passphrase', '3des', 1_000).toString('latin1'),
  ]
}
