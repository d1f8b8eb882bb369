import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { decryptElement } from '#main/xml/encryption/decrypt-element.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { type Encrypting, encrypt, type Hash } from '#test/support/xml/encrypt.ts'
import { hasOpenssl, type Oaep, opensslDecrypts, opensslEncrypts } from '#test/support/xml/openssl-oaep.ts'

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const content = '<p:Name xmlns:p="urn:p">Ada</p:Name>'
const hashes: readonly Hash[] = ['sha1', 'sha256', 'sha384', 'sha512']
const everyPair = hashes.flatMap((digest) => hashes.map((mask) => ({ digest, mask })))

const open = (encrypting: Partial<Encrypting>) => {
  const xml = `<r:Container xmlns:r="urn:r">${encrypt(content, { to: keys.publicKey, ...encrypting })}</r:Container>`
  return decryptElement(parseXml(xml, messageLimits).root, [keys.privateKey], messageLimits, 'decrypted/1')
}
const byOpenssl = (oaep: Oaep) => ({ wrapKey: (key: Buffer) => opensslEncrypts(key, keys.publicKey, oaep) })

/** xmlsec1 before 1.3 knows SHA-1 only, and Node one hash for both; OpenSSL's program knows every pair (XML-Enc 1.1 §5.5.2). */
describe.skipIf(!hasOpenssl)('witness OpenSSL', () => {
  test.each(everyPair)('a key it encrypts with $digest, masked by $mask, opens here', ({ digest, mask }) => {
    const transport = { scheme: 'oaep', digest, mask } as const
    expect(open({ transport, ...byOpenssl(transport) })).toMatchObject({ kind: 'opened' })
    const another = { scheme: 'oaep', digest, mask: mask === 'sha256' ? 'sha1' : 'sha256' } as const
    expect(open({ transport: another, ...byOpenssl(transport) })).toMatchObject({
      kind: 'failed',
      failure: 'wrong-key',
    })
  })

  test.each(hashes)('a key it encrypts with %s opens here as rsa-oaep-mgf1p, whose mask is always SHA-1', (digest) => {
    const opened = open({ transport: { scheme: 'oaep-mgf1p', digest }, ...byOpenssl({ digest, mask: 'sha1' }) })
    expect(opened).toMatchObject({ kind: 'opened' })
  })

  test.each([
    ['one hash', 'sha256'],
    ['two', 'sha1'],
  ] as const)('the label counts, with %s', (_name, mask) => {
    const transport = { scheme: 'oaep', digest: 'sha256', mask, label: Buffer.from('claimcheck') } as const
    expect(open({ transport, ...byOpenssl(transport) })).toMatchObject({ kind: 'opened' })
    const { label: _, ...unlabelled } = transport
    expect(open({ transport, ...byOpenssl(unlabelled) })).toMatchObject({ kind: 'failed', failure: 'wrong-key' })
  })

  test.each(everyPair)('what our tests encrypt with $digest, masked by $mask, opens there', ({ digest, mask }) => {
    const transport = { scheme: 'oaep', digest, mask } as const
    const xml = encrypt(content, { to: keys.publicKey, transport })
    const wrapped = Buffer.from(/<xenc:CipherValue>([^<]*)/.exec(xml)?.[1] ?? '', 'base64')
    expect(opensslDecrypts(wrapped, keys.privateKey, transport)).toHaveLength(32)
  })
})
