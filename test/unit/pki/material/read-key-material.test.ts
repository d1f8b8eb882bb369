import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { KeyMaterialRefused } from '#main/pki/material/key-material-refused.ts'
import { readKeyMaterial } from '#main/pki/material/read-key-material.ts'
import { KeyMaterial } from '#shared/model/key-material.ts'
import { issueCertificate, requestCertificate } from '#test/support/pki/issued-certificate.ts'
import { pkcs7, pkcs12 } from '#test/support/pki/pkcs12.ts'
import type { SigningIdentity } from '#test/support/pki/signing-identity.ts'

let root: SigningIdentity
let issued: SigningIdentity
let curve: SigningIdentity
beforeAll(async () => {
  root = await issueCertificate({ name: 'root', isAuthority: true })
  issued = await issueCertificate({ name: 'idp', by: root })
  curve = await issueCertificate({ name: 'curve', kind: 'P-384', hash: 'SHA-384' })
})

const pem = ({ certificate }: SigningIdentity) => certificate.summary.pem
const der = ({ certificate }: SigningIdentity) => certificate.x509.raw
const sha256 = ({ certificate }: SigningIdentity) => certificate.summary.sha256
const keyPem = ({ privateKey }: SigningIdentity) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const sealedPem = ({ privateKey }: SigningIdentity, passphrase: string) =>
  privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString()

const found = async (input: string | Uint8Array, passphrase?: string) => {
  const material = KeyMaterial.parse(await readKeyMaterial(input, passphrase))
  return { ...material, certificates: material.certificates.map((each) => each.sha256) }
}
const reasonFor = (input: string | Uint8Array, passphrase?: string) =>
  readKeyMaterial(input, passphrase).then(
    () => 'accepted',
    (error: unknown) => (error instanceof KeyMaterialRefused ? error.reason : String(error)),
  )

describe('one certificate in any clothing', () => {
  const clothes: [string, () => string | Uint8Array, string[]][] = [
    ['PEM', () => pem(issued), ['pem']],
    ['PEM saved by Notepad', () => Buffer.from(`\uFEFF${pem(issued)}`, 'utf16le'), ['pem']],
    ['DER', () => der(issued), ['der']],
    ['Base64', () => der(issued).toString('base64'), ['base64']],
    ['Base64 of PEM', () => Buffer.from(pem(issued)).toString('base64'), ['base64', 'pem']],
    ['hexadecimal', () => der(issued).toString('hex').replace(/../g, '$&:').slice(0, -1), ['hexadecimal', 'der']],
    ['PKCS#7', () => pkcs7(issued), ['pkcs7']],
    [
      'PKCS#7 in PEM',
      () => `-----BEGIN PKCS7-----\n${pkcs7(issued).toString('base64')}\n-----END PKCS7-----`,
      ['pem', 'pkcs7'],
    ],
    ['PKCS#7 in Base64', () => pkcs7(issued).toString('base64'), ['base64', 'pkcs7']],
    [
      'a JWK set',
      () =>
        JSON.stringify({
          keys: [{ ...issued.publicKey.export({ format: 'jwk' }), x5c: [der(issued).toString('base64')] }],
        }),
      ['jwk'],
    ],
    [
      'XML',
      () =>
        `<a><ds:X509Certificate xmlns:ds="x">\n${der(issued).toString('base64').replace(/.{64}/g, '$&&#13;\n')}</ds:X509Certificate></a>`,
      ['xml'],
    ],
    ['PEM in XML', () => `<X509Certificate>${pem(issued)}</X509Certificate>`, ['xml']],
  ]
  test.each(clothes)('%s', async (_name, input, clothing) => {
    expect(await found(input())).toMatchObject({
      clothing,
      certificates: [sha256(issued)],
      chains: [[sha256(issued)]],
      privateKeys: [],
      publicKeys: [],
      unreadable: 0,
    })
  })
})

test('a certificate is described whole', async () => {
  const { certificates } = await readKeyMaterial(pem(issued) + pem(root) + pem(curve))
  expect(certificates).toMatchObject([
    {
      name: 'idp',
      issuer: 'CN=root',
      sha1: createHash('sha1').update(der(issued)).digest('hex'),
      signatureAlgorithm: 'SHA-256 with RSA',
      signatureHash: 'sha256',
      keyType: 'rsa',
      keyBits: 2048,
      isSelfSigned: false,
      isAuthority: false,
      keyUsage: ['digitalSignature'],
      alternativeNames: ['DNS:idp.example'],
    },
    { isSelfSigned: true, isAuthority: true, keyUsage: ['keyCertSign'] },
    { signatureAlgorithm: 'SHA-384 with ECDSA', keyType: 'ec', keyBits: 384, isSelfSigned: true },
  ])
})

test('a chain is put in order, whatever order it came in', async () => {
  const { chains } = await found(pem(root) + pem(curve) + pem(issued) + pem(issued))
  expect(chains).toEqual([[sha256(curve)], [sha256(issued), sha256(root)]])
})

describe('a private key is said to be there, and nothing of it is told', () => {
  const spki = (identity: SigningIdentity) =>
    createHash('sha256')
      .update(identity.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex')
  const keys: [string, () => string | Uint8Array, string | undefined, boolean][] = [
    ['PKCS#8', () => keyPem(issued), undefined, false],
    ['PKCS#1', () => issued.privateKey.export({ type: 'pkcs1', format: 'der' }), undefined, false],
    ['a JWK', () => JSON.stringify(issued.privateKey.export({ format: 'jwk' })), undefined, false],
    ['sealed, with its passphrase', () => sealedPem(issued, 'secret'), 'secret', true],
    ['an old .pfx', () => pkcs12(issued, 'secret', '3des'), 'secret', false],
    ['a new .pfx', () => pkcs12(issued, 'secret', 'aes256'), 'secret', false],
    ['a .pfx in Base64', () => pkcs12(issued, 'secret', 'aes256').toString('base64'), 'secret', false],
    ['a .pfx without passphrase', () => pkcs12(issued, '', 'aes256'), undefined, false],
    ['a .pfx with a passphrase beyond ASCII', () => pkcs12(issued, 'Schlüssel', '3des'), 'Schlüssel', false],
  ]
  test.each(keys)('%s', async (_name, input, passphrase, isEncrypted) => {
    const material = await readKeyMaterial(input(), passphrase)
    expect(material.privateKeys).toMatchObject([
      { isEncrypted, facts: { keyType: 'rsa', keyBits: 2048, publicKeySha256: spki(issued) } },
    ])
    const told = JSON.stringify(material)
    const { d, p, q } = issued.privateKey.export({ format: 'jwk' })
    for (const secret of [d, p, q]) {
      expect(told).not.toContain(secret)
      expect(told).not.toContain(
        Buffer.from(secret ?? '', 'base64url')
          .toString('base64')
          .slice(4, 40),
      )
    }
  })

  test('with the certificate that belongs to it', async () => {
    const { certificates, privateKeys } = await found(pkcs12(issued, 'secret', 'aes256'), 'secret')
    expect(certificates).toEqual([sha256(issued)])
    expect(privateKeys[0]?.certificates).toEqual([sha256(issued)])
    const { privateKeys: apart } = await found(pem(root) + keyPem(issued))
    expect(apart[0]?.certificates).toEqual([])
  })

  test.each([
    ['without passphrase', undefined],
    ['with another', 'other'],
  ])('sealed, %s', async (_name, passphrase) => {
    const { privateKeys } = await found(sealedPem(issued, 'secret'), passphrase)
    expect(privateKeys).toEqual([{ facts: null, isEncrypted: true, certificates: [] }])
  })

  test('cut short', async () => {
    const { privateKeys } = await found(keyPem(issued).slice(0, 300))
    expect(privateKeys).toEqual([{ facts: null, isEncrypted: false, certificates: [] }])
  })
})

test('a bare public key and a request are what they are', async () => {
  const spki = issued.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  expect((await found(spki)).publicKeys).toMatchObject([{ keyType: 'rsa', keyBits: 2048 }])
  const request = await requestCertificate(issued)
  expect((await found(request)).requests).toMatchObject([
    {
      subject: 'CN=wanted.example',
      alternativeNames: ['DNS:wanted.example'],
      key: { keyType: 'rsa', keyBits: 2048 },
      signatureAlgorithm: 'SHA-256 with RSA',
      isSignedByItself: true,
    },
  ])
  const forged = Buffer.from(request)
  forged[forged.length - 5]! ^= 1
  expect((await found(forged)).requests).toMatchObject([{ isSignedByItself: false }])
})

test('one unreadable part does not hide the others', async () => {
  const cut = `-----BEGIN CERTIFICATE-----\n${der(root).toString('base64').slice(0, 200)}\n-----END CERTIFICATE-----\n`
  expect(await found(cut + pem(issued))).toMatchObject({ certificates: [sha256(issued)], unreadable: 1 })
})

describe('what is none of these is refused by name', () => {
  const refused: [string, () => string | Uint8Array, string | undefined, string][] = [
    ['nothing', () => ' \n', undefined, 'empty'],
    ['words', () => 'no certificate here!', undefined, 'not-key-material'],
    ['other bytes', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), undefined, 'damaged'],
    ['a cut certificate', () => der(issued).subarray(0, 200), undefined, 'damaged'],
    ['other XML', () => '<a/>', undefined, 'not-key-material'],
    ['other JSON', () => '{"a":1}', undefined, 'not-key-material'],
    ['a web page', () => '<!DOCTYPE html><html></html>', undefined, 'web-page'],
    ['a Java keystore', () => Buffer.from('feedfeed00000002', 'hex'), undefined, 'java-keystore'],
    ['an SSH key', () => 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA me', undefined, 'ssh-key'],
    ['an OpenPGP key', () => '-----BEGIN PGP PUBLIC KEY BLOCK-----', undefined, 'openpgp'],
    ['more than a megabyte', () => 'A'.repeat(1_000_001), undefined, 'too-large'],
    ['a .pfx without its passphrase', () => pkcs12(issued, 'secret', 'aes256'), undefined, 'passphrase-needed'],
    ['an old .pfx with another', () => pkcs12(issued, 'secret', '3des'), 'other', 'passphrase-wrong'],
    ['a .pfx that is cut', () => pkcs12(issued, 'secret', 'aes256').subarray(0, 900), 'secret', 'damaged'],
  ]
  test.each(refused)('%s', async (_name, input, passphrase, reason) => {
    expect(await reasonFor(input(), passphrase)).toBe(reason)
  })

  test('a .pfx that asks for hours of key derivation', async () => {
    const bytes = pkcs12(issued, 'secret', 'aes256', 70_000)
    const count = Buffer.from('0203011170', 'hex')
    bytes.write('02037fffff', bytes.indexOf(count), 'hex')
    const before = process.cpuUsage()
    expect(await reasonFor(bytes, 'secret')).toBe('too-costly')
    expect(process.cpuUsage(before).user / 5_000).toBeLessThan(1_000)
  })
})
