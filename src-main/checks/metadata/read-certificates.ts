import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { type ReadCertificate, readCertificate } from '#main/pki/certificate/read-certificate.ts'
import type { Placed } from '#main/saml/metadata/read-attributes.ts'
import type { ReadEntity } from '#main/saml/metadata/read-entity.ts'
import { certificatesFor } from '#main/saml/metadata/read-key.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'

/** What stood in a ds:X509Certificate. */
export type CertificateReading =
  | { readonly kind: 'certificate'; readonly element: XmlElement; readonly certificate: ReadCertificate }
  | { readonly kind: 'refused'; readonly element: XmlElement; readonly reason: CertificateRefused['reason'] }

/** Of every role of the entity, each certificate once. */
export function readEntityCertificates(entity: ReadEntity, use: 'signing' | 'encryption'): CertificateReading[] {
  const roles = [...entity.identityProviders, ...entity.serviceProviders]
  const placed = new Map(roles.flatMap(({ keys }) => certificatesFor(use, keys)).map((each) => [each.value, each]))
  return [...placed.values()].map(read)
}

function read({ value, element }: Placed<string>): CertificateReading {
  try {
    return { kind: 'certificate', element, certificate: readCertificate(value) }
  } catch (error) {
    if (error instanceof CertificateRefused) return { kind: 'refused', element, reason: error.reason }
    throw error
  }
}
