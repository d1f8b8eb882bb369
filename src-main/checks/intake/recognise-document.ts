import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { readCertificates } from '#main/pki/certificate/read-certificate.ts'
import { MAXIMUM_DOCUMENT_BYTES } from '#shared/ipc/identity-provider.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'

/** How much is looked at: enough to see what it is. */
const LOOKED_AT = 4_000

/** What was given in place of metadata, where that can be told without parsing it; null where it may be metadata. */
export function problemOfDocument(bytes: Uint8Array): ProblemCode | null {
  if (bytes.length > MAXIMUM_DOCUMENT_BYTES) return 'metadata.too-large'
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (start === '' && isBlank(bytes)) return 'metadata.empty'
  if (start.startsWith('<')) return describesMany(start, bytes) ? 'metadata.aggregate' : null
  return certificateProblem(bytes) ?? (isBinary(bytes) ? 'metadata.binary' : null)
}

/** Told before it is parsed: a federation's would keep everything else waiting. */
function describesMany(start: string, bytes: Uint8Array): boolean {
  if (!/<(?:[\w.-]+:)?EntitiesDescriptor[\s>]/.test(start)) return false
  const [, second] = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/<(?:[\w.-]+:)?IDPSSODescriptor[\s>]/g)
  return second !== undefined
}

function certificateProblem(bytes: Uint8Array): ProblemCode | null {
  try {
    return readCertificates(bytes).length > 0 ? 'metadata.certificate' : null
  } catch (error) {
    const isKey = error instanceof CertificateRefused && error.reason === 'private-key'
    return isKey ? 'metadata.private-key' : null
  }
}

const isBlank = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8').trim() === ''

/** Control characters that no text has. UTF-16 has zeros too: it says so with its byte order mark, and is the parser's to refuse. */
const isBinary = (bytes: Uint8Array) =>
  !(bytes[0] === 0xff && bytes[1] === 0xfe) &&
  bytes.subarray(0, LOOKED_AT).some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))
