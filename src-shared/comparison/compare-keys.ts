import type { CertificateSummary } from '../model/certificate.ts'
import type { EntityDifference, KeyUse } from '../model/entity-difference.ts'

/** @returns one difference at most: keys are told of together, for only together they say whether a rollover is half done */
export function compareKeys(
  use: KeyUse,
  before: readonly CertificateSummary[],
  after: readonly CertificateSummary[],
): EntityDifference[] {
  const added = without(after, before)
  const removed = without(before, after)
  if (added.length === 0 && removed.length === 0) return []
  const kept = without(after, added)
  const kind = added.length === 0 ? 'removed' : removed.length === 0 ? 'added' : 'rolled'
  return [{ about: 'keys', kind, use, added, removed, kept }]
}

const without = (all: readonly CertificateSummary[], others: readonly CertificateSummary[]) =>
  all.filter(({ sha256 }) => !others.some((other) => other.sha256 === sha256))
