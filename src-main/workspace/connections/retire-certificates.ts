import type { CertificateSummary } from '#shared/model/certificate.ts'

/** Each one is tried, at the cost of a signature. */
const MOST = 4

/** What is retired once `current` takes the place of `before`; what came back into use is retired no longer. */
export function retireCertificates(
  retired: readonly CertificateSummary[],
  before: readonly CertificateSummary[],
  current: readonly CertificateSummary[],
): CertificateSummary[] {
  const inUse = new Set(current.map(({ sha256 }) => sha256))
  const bySha256 = new Map([...before, ...retired].map((certificate) => [certificate.sha256, certificate]))
  return [...bySha256.values()].filter(({ sha256 }) => !inUse.has(sha256)).slice(0, MOST)
}
