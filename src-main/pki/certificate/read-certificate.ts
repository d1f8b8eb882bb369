import { type KeyObject, X509Certificate } from 'node:crypto'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import { CertificateRefused } from './certificate-refused.ts'
import { CERTIFICATE_INPUT_LIMIT, decodeBase64, decodeText, unwrapText } from './certificate-text.ts'
import { type PemBlock, pemBlocks } from './pem-blocks.ts'
import { recogniseDer } from './recognise-der.ts'
import { summariseCertificate } from './summarise-certificate.ts'

export interface ReadCertificate {
  readonly der: Uint8Array
  readonly x509: X509Certificate
  readonly summary: CertificateSummary
  /** @throws where this runtime does not know its kind */
  readonly publicKey: KeyObject
}

/**
 * Reads exactly one certificate, however it was copied: PEM with or without armour, CRLF, byte order mark, spaces,
 * `\n` written out, DER. The same certificate given twice is one.
 * @throws {CertificateRefused}
 */
export function readCertificate(input: string | Uint8Array): ReadCertificate {
  const [certificate, another] = readCertificates(input)
  if (certificate === undefined) throw new CertificateRefused('empty')
  if (another !== undefined) throw new CertificateRefused('several')
  return certificate
}

/**
 * Every certificate in the input, in order, each once. One that cannot be read refuses them all.
 * @throws {CertificateRefused} never with `several`
 */
export function readCertificates(input: string | Uint8Array): ReadCertificate[] {
  const found = typeof input === 'string' ? fromText(input) : fromBytes(input)
  const byThumbprint = new Map<string, ReadCertificate>()
  for (const x509 of found) {
    const summary = summariseCertificate(x509)
    if (!byThumbprint.has(summary.sha256)) byThumbprint.set(summary.sha256, known(x509, summary))
  }
  return [...byThumbprint.values()]
}

const known = (x509: X509Certificate, summary: CertificateSummary): ReadCertificate => ({
  der: x509.raw,
  x509,
  summary,
  get publicKey() {
    return x509.publicKey
  },
})

const DER_SEQUENCE = 0x30

function fromBytes(bytes: Uint8Array): X509Certificate[] {
  if (bytes.length > CERTIFICATE_INPUT_LIMIT) throw new CertificateRefused('not-a-certificate')
  const isText = bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
  return bytes[0] === DER_SEQUENCE && !isText ? [fromDer(bytes)] : fromText(decodeText(bytes))
}

function fromText(input: string): X509Certificate[] {
  if (input.length > CERTIFICATE_INPUT_LIMIT) throw new CertificateRefused('not-a-certificate')
  const text = unwrapText(input)
  if (text === '') throw new CertificateRefused('empty')
  const blocks = pemBlocks(text)
  if (blocks.length > 0) return fromBlocks(blocks)
  if (text.startsWith('<')) throw new CertificateRefused(recogniseMarkup(text))
  const decoded = decodeBase64(text)
  if (decoded === undefined) throw new CertificateRefused('not-a-certificate')
  return startsWithArmour(decoded) ? fromBlocks(pemBlocks(decodeText(decoded))) : [fromDer(decoded)]
}

function fromBlocks(blocks: readonly PemBlock[]): X509Certificate[] {
  const labels = blocks.map(({ label }) => label)
  if (labels.some((label) => label.endsWith('PRIVATE KEY'))) throw new CertificateRefused('private-key')
  if (labels.some((label) => label.endsWith('CERTIFICATE REQUEST'))) throw new CertificateRefused('certificate-request')
  if (labels.some((label) => label.endsWith('PUBLIC KEY'))) throw new CertificateRefused('public-key')
  return blocks.map(({ label, body }) => {
    const der = label === 'CERTIFICATE' || label === 'X509 CERTIFICATE' ? decodeBase64(body) : undefined
    if (der === undefined) throw new CertificateRefused('not-a-certificate')
    return fromDer(der)
  })
}

function fromDer(der: Uint8Array): X509Certificate {
  const x509 = parseDer(der)
  // OpenSSL reads the bytes of a time only when it is asked for it.
  if ([x509.validFrom, x509.validTo].some((date) => Number.isNaN(Date.parse(date))))
    throw new CertificateRefused('not-a-certificate')
  return x509
}

function parseDer(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der)
  } catch {
    throw new CertificateRefused(recogniseDer(der))
  }
}

const startsWithArmour = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 11)).toString('latin1') === '-----BEGIN '

function recogniseMarkup(text: string) {
  const start = text.slice(0, 4_000)
  if (/<(?:!doctype html|html|head|body)\b/i.test(start)) return 'web-page'
  return /<(?:[\w.-]+:)?Entit(?:y|ies)Descriptor\b/.test(start) ? 'metadata' : 'not-a-certificate'
}
