import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { CertificateRefusal } from './certificate-refused.ts'

/** What DER is that is no certificate. */
export function recogniseDer(der: Uint8Array): CertificateRefusal {
  if (isPrivateKey(der)) return 'private-key'
  if (isPublicKey(der)) return 'public-key'
  return isCertificateRequest(der) ? 'certificate-request' : 'not-a-certificate'
}

function isPrivateKey(der: Uint8Array): boolean {
  const key = Buffer.from(der)
  return (
    succeeds(() => createPrivateKey({ key, format: 'der', type: 'pkcs8' })) ||
    succeeds(() => createPrivateKey({ key, format: 'der', type: 'pkcs1' })) ||
    succeeds(() => createPrivateKey({ key, format: 'der', type: 'sec1' }))
  )
}

function isPublicKey(der: Uint8Array): boolean {
  const key = Buffer.from(der)
  return (
    succeeds(() => createPublicKey({ key, format: 'der', type: 'spki' })) ||
    succeeds(() => createPublicKey({ key, format: 'der', type: 'pkcs1' }))
  )
}

/** A SEQUENCE in a SEQUENCE that begins with version 0 and a name (RFC 2986 §4.1). */
function isCertificateRequest(der: Uint8Array): boolean {
  const inner = contentStart(der, 0)
  const content = inner === undefined ? undefined : contentStart(der, inner)
  if (content === undefined) return false
  return [0x02, 0x01, 0x00, 0x30].every((byte, index) => der[content + index] === byte)
}

/** Where the content of the SEQUENCE at `offset` begins (X.690 §8.1.3). */
function contentStart(der: Uint8Array, offset: number): number | undefined {
  if (der[offset] !== 0x30) return undefined
  const length = der[offset + 1] ?? 0
  return offset + 2 + (length < 0x80 ? 0 : length & 0x7f)
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
