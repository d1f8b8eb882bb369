import type { TrustedCertificate } from '#main/checks/response-context.ts'
import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { type ReadCertificate, readCertificates } from '#main/pki/certificate/read-certificate.ts'
import { readBytes } from '../files/read-bytes.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'
import { canVerify, trusted } from './trusted-keys.ts'

const LIMIT = 1_000_000

const refusals: Readonly<Record<CertificateRefused['reason'], string>> = {
  empty: 'is empty.',
  'private-key': 'holds a private key. Give the certificate instead; keep the key to yourself.',
  'certificate-request': 'holds a certificate request, not a certificate.',
  'public-key': 'holds a bare public key, not a certificate.',
  several: 'holds several certificates.',
  'web-page': 'is a web page, not a certificate.',
  metadata: 'is metadata, not a certificate.',
  'not-a-certificate': 'holds no certificate that can be read.',
}

/**
 * The certificates of `--idp-cert`; one file may hold several.
 * @throws {UsageError} naming the file
 */
export const readCertificateFile = async (path: string, console: Console): Promise<TrustedCertificate[]> =>
  (await readVerifyingCertificates(path, console)).map(trusted)

/** Certificates of which at least one can verify XML signatures. @throws {UsageError} naming the file */
export async function readVerifyingCertificates(path: string, console: Console): Promise<ReadCertificate[]> {
  const certificates = readOrRefuse(path, await readBytes(path, LIMIT, console))
  if (!certificates.some(canVerify))
    throw new UsageError(`${path} holds no RSA or EC key, so no signature can be verified with it.`)
  return certificates
}

function readOrRefuse(path: string, bytes: Uint8Array) {
  try {
    return readCertificates(bytes)
  } catch (error) {
    if (error instanceof CertificateRefused) throw new UsageError(`${path} ${refusals[error.reason]}`)
    throw error
  }
}
