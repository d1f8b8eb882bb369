import { type FaultCode, faultText } from '#shared/findings/catalogue.ts'
import type { EntityListing, FindingCount } from '#shared/model/aggregate.ts'

/** How many entities have each error and warning: errors first, then the most frequent, then as they stand in the document. */
export function countFindings(entities: readonly EntityListing[]): FindingCount[] {
  const counts = new Map<string, FindingCount>()
  const count = (code: string, severity: FindingCount['severity'], first: string) => {
    const known = counts.get(code)
    const title = known?.title ?? faultText(code as FaultCode).title
    counts.set(code, { code, severity, title, entities: (known?.entities ?? 0) + 1, first: known?.first ?? first })
  }
  for (const { entityId, errors, warnings } of entities) {
    for (const code of errors) count(code, 'error', entityId)
    for (const code of warnings) count(code, 'warning', entityId)
  }
  const rank = ({ severity, entities: many }: FindingCount) => (severity === 'error' ? 1e9 : 0) + many
  return [...counts.values()].sort((left, right) => rank(right) - rank(left))
}
