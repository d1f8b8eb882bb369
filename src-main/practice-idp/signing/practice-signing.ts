import type { KeyObject } from 'node:crypto'
import { makeSelfSigned } from '#main/pki/certificate/make-self-signed.ts'
import type { ReadCertificate } from '#main/pki/certificate/read-certificate.ts'
import { generateKeyPair } from '#main/pki/key-pair/generate-key-pair.ts'

export interface PracticeSigning {
  readonly privateKey: KeyObject
  readonly certificate: ReadCertificate
}

export interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
}

export async function makePracticeSigning(validity: Validity, serial: Uint8Array): Promise<PracticeSigning> {
  const keys = await generateKeyPair('rsa-2048')
  const certificate = await makeSelfSigned({ ...keys, ...validity, commonName: 'Practice identity provider', serial })
  return { privateKey: keys.privateKey, certificate }
}

const DAY_MS = 24 * 3600 * 1000

/** Begun a day ago: the clock of whoever looks at the certificate may be behind ours. */
export function aYearFrom(now: Date): Validity {
  const notAfter = new Date(now)
  notAfter.setUTCFullYear(now.getUTCFullYear() + 1)
  return { notBefore: new Date(now.getTime() - DAY_MS), notAfter }
}
