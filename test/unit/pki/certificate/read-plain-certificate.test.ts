import { beforeAll, describe, expect, test } from 'vitest'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { readPlainCertificate } from '#main/pki/certificate/read-plain-certificate.ts'
import { issueCertificate } from '#test/support/pki/issued-certificate.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { withUnreadableKey, withUnreadableTime } from '#test/support/pki/spoiled-certificate.ts'

let plain: readonly SigningIdentity[]
let elliptic: SigningIdentity
beforeAll(async () => {
  const authority = await issueCertificate({ name: 'Example CA', isAuthority: true })
  plain = [
    await makeSigningIdentity(),
    await makeSigningIdentity('rsa-2048', { commonName: 'A longer name of an organisation (test)' }),
    await issueCertificate({ name: 'issued.example', by: authority, hash: 'SHA-1' }),
    authority,
  ]
  elliptic = await makeSigningIdentity('ec-p256')
})

const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64')
const readPlain = (der: Uint8Array) => readPlainCertificate(base64(der))

/** What `node:crypto` says of the same octets; undefined where it refuses them. */
function byNode(der: Uint8Array) {
  try {
    return readCertificate(base64(der)).summary
  } catch {
    return undefined
  }
}

/** The same numbers in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

test('an ordinary certificate is read here, as node:crypto reads it', () => {
  for (const { certificate } of plain) {
    const read = readPlain(certificate.x509.raw)
    expect(read?.summary).toEqual(certificate.summary)
    expect(read?.x509.publicKey.equals(certificate.x509.publicKey)).toBe(true)
    expect(read?.publicKey.equals(certificate.x509.publicKey)).toBe(true)
    expect(Buffer.from(read?.der ?? []).equals(certificate.x509.raw)).toBe(true)
  }
})

describe('what is not ordinary is left to node:crypto', () => {
  const raw = () => plain[0]!.certificate.x509.raw
  test.each<[string, () => string]>([
    ['an elliptic key', () => base64(elliptic.certificate.x509.raw)],
    ['a key of an unknown kind', () => base64(withUnreadableKey(plain[0]!))],
    ['a time that is none', () => base64(withUnreadableTime(plain[0]!))],
    ['an octet too many', () => base64(Buffer.concat([raw(), Buffer.of(0)]))],
    ['an octet too few', () => base64(raw().subarray(0, -1))],
    ['nothing', () => ''],
    ['PEM', () => plain[0]!.certificate.summary.pem],
    ['white space', () => base64(raw()).replace(/.{64}/g, '$& ')],
    ['no padding', () => `${base64(raw()).replace(/=+$/, '')}=`],
  ])('%s', (_name, text) => {
    expect(readPlainCertificate(text())).toBeUndefined()
  })
})

test('whatever is changed in one, nothing is said of it that node:crypto does not say', () => {
  const below = numbers(20_26)
  let said = 0
  for (let round = 0; round < 3_000; round += 1) {
    const whole = plain[round % plain.length]!.certificate.x509.raw
    // Half of the changes are in front of the key, where there is most to misread.
    const at = below(round % 2 === 0 ? whole.length : 200)
    const changed = [
      () => Buffer.concat([whole.subarray(0, at), Buffer.of(below(256)), whole.subarray(at + 1)]),
      () => Buffer.concat([whole.subarray(0, at), Buffer.of(whole[at]! ^ (1 << below(8))), whole.subarray(at + 1)]),
      () => Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]),
      () => Buffer.concat([whole.subarray(0, at), Buffer.of(below(256)), whole.subarray(at)]),
    ][below(4)]!()
    const read = readPlain(changed)
    if (read === undefined) continue
    said += 1
    expect(read.summary, changed.toString('hex')).toEqual(byNode(changed))
    expect(read.publicKey.equals(read.x509.publicKey), changed.toString('hex')).toBe(true)
  }
  expect(said).toBeGreaterThan(500)
})
