import { isSignedBy } from '../certificate/certificate-details.ts'
import type { ReadCertificate } from '../certificate/read-certificate.ts'

/** Certificates of one name that are tried as the issuer: more would make a hostile pile slow. */
const MOST_NAMESAKES = 8

/** Chains from each end entity up, as far as the input has the issuers (RFC 5280 §6.1). Every certificate is in at least one. */
export function arrangeChains(certificates: readonly ReadCertificate[]): string[][] {
  const bySubject = new Map<string, ReadCertificate[]>()
  for (const certificate of certificates) {
    const namesakes = bySubject.get(certificate.x509.subject)
    if (namesakes === undefined) bySubject.set(certificate.x509.subject, [certificate])
    else if (namesakes.length < MOST_NAMESAKES) namesakes.push(certificate)
  }
  const issuerOf = new Map(
    certificates.map((certificate) => [
      certificate,
      bySubject
        .get(certificate.x509.issuer)
        ?.find((candidate) => candidate !== certificate && isSignedBy(certificate.x509, candidate.x509)),
    ]),
  )
  const issuers = new Set(issuerOf.values())
  const ends = certificates.filter((certificate) => !issuers.has(certificate))
  const chains = ends.map((end) => chainFrom(end, issuerOf))
  const placed = new Set(chains.flat())
  // Authorities that signed each other have no end: each begins a chain of its own.
  const circular = certificates.filter((certificate) => !placed.has(certificate))
  return [...chains, ...circular.map((each) => [each])].map((chain) => chain.map(({ summary }) => summary.sha256))
}

function chainFrom(
  end: ReadCertificate,
  issuerOf: ReadonlyMap<ReadCertificate, ReadCertificate | undefined>,
): ReadCertificate[] {
  const chain = [end]
  for (let next = issuerOf.get(end); next !== undefined && !chain.includes(next); next = issuerOf.get(next))
    chain.push(next)
  return chain
}
