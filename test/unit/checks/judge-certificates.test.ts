import { beforeAll, expect, test } from 'vitest'
import { judgeCertificates } from '#main/checks/judge-certificates.ts'
import { readKeyMaterial } from '#main/pki/material/read-key-material.ts'
import { CertificateJudgement } from '#shared/model/certificate-judgement.ts'
import { issueCertificate, requestCertificate } from '#test/support/pki/issued-certificate.ts'
import { pkcs12 } from '#test/support/pki/pkcs12.ts'
import { makeEcP384, makeRsa1024 } from '#test/support/pki/rare-identity.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { withUnreadableKey } from '#test/support/pki/spoiled-certificate.ts'
import { NOW } from '#test/support/saml/response-message.ts'

const identities = {
  sound: () => makeSigningIdentity(),
  curve: makeEcP384,
  expired: () => makeSigningIdentity('ec-p256', { notAfter: '2026-05-01T00:00:00Z' }),
  ending: () => makeSigningIdentity('ec-p256', { notAfter: '2026-06-20T00:00:00Z' }),
  coming: () => makeSigningIdentity('ec-p256', { notBefore: '2026-06-20T00:00:00Z' }),
  short: makeRsa1024,
  sha1: () => issueCertificate({ name: 'old', hash: 'SHA-1' }),
  authority: () => issueCertificate({ name: 'root', isAuthority: true }),
}
const made = {} as Record<keyof typeof identities, SigningIdentity>
let issued: SigningIdentity
beforeAll(async () => {
  for (const [name, make] of Object.entries(identities)) made[name as keyof typeof identities] = await make()
  issued = await issueCertificate({ name: 'idp', by: made.authority })
})

const pem = (name: keyof typeof identities) => made[name].certificate.summary.pem
const keyOf = ({ privateKey }: SigningIdentity) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

async function judge(input: string | Uint8Array, passphrase?: string, mode: 'interop' | 'strict' = 'interop') {
  const judgement = judgeCertificates(await readKeyMaterial(input, passphrase), { now: NOW, mode })
  CertificateJudgement.parse(judgement)
  const told = judgement.findings.filter(({ severity }) => !['passed', 'not-verified'].includes(severity))
  return { verdict: judgement.verdict, codes: told.map(({ code }) => code), findings: judgement.findings }
}

const cases: [string, () => string | Uint8Array | Promise<Uint8Array>, string[], string?][] = [
  ['a sound one', () => pem('sound'), []],
  ['one on a curve', () => pem('curve'), []],
  ['an expired one', () => pem('expired'), ['certificate.validity.expired']],
  ['one that ends soon', () => pem('ending'), ['certificate.validity.expires-soon']],
  ['one that is not valid yet', () => pem('coming'), ['certificate.validity.not-yet-valid']],
  ['a short key', () => pem('short'), ['certificate.key.short']],
  ['one signed with SHA-1', () => pem('sha1'), ['certificate.signature.sha1']],
  ['an authority', () => pem('authority'), ['certificate.purpose.authority']],
  ['an issued one alone', () => issued.certificate.summary.pem, ['certificate.chain.incomplete']],
  ['an issued one with its authority', () => pem('authority') + issued.certificate.summary.pem, []],
  ['an old and a new one', () => pem('sound') + pem('curve'), ['certificate.chain.several']],
  [
    'a bare private key',
    () => keyOf(made.sound),
    ['certificate.private-key.bare', 'certificate.readable.no-certificate'],
  ],
  ['certificate and private key', () => pem('sound') + keyOf(made.sound), ['certificate.private-key.bare']],
  ['a .pfx', () => pkcs12(made.sound, 'secret', 'aes256'), ['certificate.private-key.sealed'], 'secret'],
  ['a request', () => requestCertificate(made.sound), ['certificate.request.given']],
  [
    'a certificate that was cut',
    () => `${pem('sound')}-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----`,
    ['certificate.readable.damaged'],
  ],
]
test.each(cases)('%s', async (_name, input, expected, passphrase) => {
  expect((await judge(await input(), passphrase)).codes).toEqual(expected)
})

test('what strict refuses, interop warns of', async () => {
  expect((await judge(pem('expired'))).verdict).toBe('valid')
  expect((await judge(pem('expired'), undefined, 'strict')).verdict).toBe('invalid')
  expect((await judge(keyOf(made.sound))).verdict).toBe('invalid')
})

test('a key of an unknown kind is not called strong', async () => {
  const { findings } = await judge(withUnreadableKey(made.sound))
  expect(findings.find(({ code }) => code === 'certificate.key')?.severity).toBe('not-verified')
})

test('every finding names the certificate it is about', async () => {
  const { findings } = await judge(pem('expired') + pem('sound'))
  const told = findings.filter(({ code }) => code === 'certificate.validity.expired')
  expect(told).toHaveLength(1)
  expect(told[0]?.actual).toContain(made.expired.certificate.summary.sha256.slice(-8))
})
