import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import { beforeAll, describe, expect, test } from 'vitest'
import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { readCertificate, readCertificates } from '#main/pki/certificate/read-certificate.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { withUnreadableTime } from '#test/support/pki/spoiled-certificate.ts'

let one: SigningIdentity
let two: SigningIdentity
let request: { pem: string; der: Uint8Array }

beforeAll(async () => {
  one = await makeSigningIdentity()
  two = await makeSigningIdentity('ec-p256', { commonName: 'other.example.com' })
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const made = await Pkcs10CertificateRequestGenerator.create({ name: 'CN=a', keys, signingAlgorithm: algorithm })
  request = { pem: made.toString('pem'), der: new Uint8Array(made.rawData) }
})

const pem = () => one.certificate.summary.pem
const base64 = () => one.certificate.x509.raw.toString('base64')

function reasonFor(input: string | Uint8Array, read: (input: string | Uint8Array) => unknown = readCertificate) {
  try {
    read(input)
  } catch (error) {
    if (error instanceof CertificateRefused) return error.reason
    throw error
  }
  return 'accepted'
}

describe('one certificate, however it was copied', () => {
  const copies: Record<string, () => string | Uint8Array> = {
    PEM: pem,
    'PEM as bytes': () => Buffer.from(pem()),
    DER: () => one.certificate.x509.raw,
    'no armour': base64,
    'no armour, in lines': () => base64().replace(/.{64}/g, '$&\r\n'),
    'no armour, no padding': () => base64().replace(/=+$/, ''),
    CRLF: () => pem().replaceAll('\n', '\r\n'),
    'old Mac line ends': () => pem().replaceAll('\n', '\r'),
    'byte order mark': () => `\uFEFF${pem()}`,
    'byte order mark as bytes': () => Buffer.from(`\uFEFF${pem()}`),
    'UTF-16 as Notepad saves it': () => Buffer.from(`\uFEFF${pem()}`, 'utf16le'),
    'spaces around and inside': () => `\n\t ${pem().replaceAll('\n', ' \n   ')}  \n`,
    'no-break spaces': () => base64().replace(/.{64}/g, '$&\u00A0'),
    'all on one line': () => pem().replaceAll('\n', ' '),
    'line ends written out, as in JSON': () => JSON.stringify(pem()),
    'CRLF written out': () => pem().replaceAll('\n', '\\r\\n'),
    'four dashes': () => pem().replaceAll('-----', '----'),
    'no END line': () => pem().replace(/-----END.*/, ''),
    'words before and after': () => `Bag Attributes\n  friendlyName: idp\n${pem()}\nthanks, Ada`,
    'Base64 of the PEM': () => Buffer.from(pem()).toString('base64'),
    'the same twice': () => `${pem()}\n${pem()}`,
  }
  test.each(Object.entries(copies))('%s', (_name, copy) => {
    expect(readCertificate(copy()).summary).toEqual(one.certificate.summary)
  })
})

describe('what else lands in the certificate box is named', () => {
  const inputs: Record<string, readonly [string, () => string | Uint8Array]> = {
    nothing: ['empty', () => ''],
    'white space': ['empty', () => ' \r\n\t'],
    'no bytes': ['empty', () => new Uint8Array()],
    'a private key': ['private-key', () => exported(one, 'pkcs8')],
    'a PKCS#1 private key': ['private-key', () => exported(one, 'pkcs1')],
    'an EC private key': ['private-key', () => exported(two, 'sec1')],
    'an encrypted private key': [
      'private-key',
      () => one.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
    ],
    'a private key without armour': [
      'private-key',
      () => one.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    ],
    'a private key as DER': ['private-key', () => one.privateKey.export({ type: 'pkcs8', format: 'der' })],
    'a certificate with its key': ['private-key', () => `${pem()}${exported(one, 'pkcs8')}`],
    'a public key': ['public-key', () => one.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    'a public key as DER': ['public-key', () => two.publicKey.export({ type: 'spki', format: 'der' })],
    'a certificate request': ['certificate-request', () => request.pem],
    'a certificate request as DER': ['certificate-request', () => request.der],
    'two certificates': ['several', () => `${pem()}${two.certificate.summary.pem}`],
    'a web page': ['web-page', () => '<!DOCTYPE html><html><body>Sign in</body></html>'],
    metadata: [
      'metadata',
      () => `<?xml version="1.0"?><md:EntityDescriptor><ds:X509Certificate>${base64()}</ds:X509Certificate>`,
    ],
    'other XML': ['not-a-certificate', () => `<X509Certificate>${base64()}</X509Certificate>`],
    'a sentence': ['not-a-certificate', () => 'see attachment'],
    'a truncated certificate': ['not-a-certificate', () => base64().slice(0, 400)],
    'a PEM of nothing': ['not-a-certificate', () => '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----'],
    'PKCS#7': ['not-a-certificate', () => '-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----'],
    'a picture': ['not-a-certificate', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    'a certificate that begins at no time': ['not-a-certificate', () => withUnreadableTime(one)],
    'two megabytes': ['not-a-certificate', () => 'A'.repeat(2_000_000)],
  }
  test.each(Object.entries(inputs))('%s', (_name, [reason, input]) => expect(reasonFor(input())).toBe(reason))

  test('the refusal does not carry what was pasted', () => {
    const key = exported(one, 'pkcs8')
    const refused = catchRefusal(() => readCertificate(key))
    expect(JSON.stringify(refused) + refused.stack).not.toContain(key.slice(40, 80))
  })
})

describe('several certificates', () => {
  test('in order, each once', () => {
    const text = `${pem()}\n${two.certificate.summary.pem}\n${pem()}`
    expect(readCertificates(text).map(({ summary }) => summary.name)).toEqual(['idp.example.com', 'other.example.com'])
  })

  test('one that cannot be read refuses them all', () => {
    expect(reasonFor(`${pem()}-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----`, readCertificates)).toBe(
      'not-a-certificate',
    )
  })
})

function exported({ privateKey }: SigningIdentity, type: 'pkcs1' | 'pkcs8' | 'sec1'): string {
  return privateKey.export({ type: type as 'pkcs8', format: 'pem' }).toString()
}

function catchRefusal(action: () => unknown): CertificateRefused {
  try {
    action()
  } catch (error) {
    if (error instanceof CertificateRefused) return error
  }
  throw new Error('was not refused')
}
