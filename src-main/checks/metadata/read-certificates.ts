import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { type ReadCertificate, readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { readPlainCertificate } from '#main/pki/certificate/read-plain-certificate.ts'
import type { ReadEntity } from '#main/saml/metadata/read-entity.ts'
import { certificatesFor } from '#main/saml/metadata/read-key.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'

/** The one certificate that stands in text without white space, or why there is none. */
export type CertificateReader = (text: string) => ReadCertificate | CertificateRefused['reason']

/** What stood in a ds:X509Certificate. */
export type CertificateReading =
  | { readonly kind: 'certificate'; readonly element: XmlElement; readonly certificate: ReadCertificate }
  | { readonly kind: 'refused'; readonly element: XmlElement; readonly reason: CertificateRefused['reason'] }

export interface EntityCertificates {
  readonly signingCertificates: readonly CertificateReading[]
  readonly encryptionCertificates: readonly CertificateReading[]
}

/** Of every role of the entity, each certificate once for a use. One that serves both uses is the same reading in both. */
export function readEntityCertificates(entity: ReadEntity, read: CertificateReader = readOrReason): EntityCertificates {
  const keys = [...entity.identityProviders, ...entity.serviceProviders].flatMap((role) => role.keys)
  const readings = new Map<string, CertificateReading>()
  const readingsFor = (use: 'signing' | 'encryption') => {
    const found = new Set<CertificateReading>()
    for (const { value, element } of certificatesFor(use, keys)) {
      const reading = readings.get(value) ?? readingOf(element, read(value))
      readings.set(value, reading)
      found.add(reading)
    }
    return [...found]
  }
  return { signingCertificates: readingsFor('signing'), encryptionCertificates: readingsFor('encryption') }
}

const readingOf = (element: XmlElement, read: ReturnType<CertificateReader>): CertificateReading =>
  typeof read === 'string'
    ? { kind: 'refused', element, reason: read }
    : { kind: 'certificate', element, certificate: read }

/** Reads it anew. */
export function readOrReason(text: string): ReturnType<CertificateReader> {
  try {
    return readPlainCertificate(text) ?? readCertificate(text)
  } catch (error) {
    if (error instanceof CertificateRefused) return error.reason
    throw error
  }
}

/** Equal certificates are read once: aggregates repeat them. @param most how many are remembered */
export function rememberCertificates(most: number): CertificateReader {
  const known = new Map<string, ReturnType<CertificateReader>>()
  return (text) => {
    const found = known.get(text) ?? readOrReason(text)
    if (known.size < most) known.set(text, found)
    return found
  }
}
