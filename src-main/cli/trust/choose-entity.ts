import { UsageError } from '../process/usage-error.ts'
import type { DescribedRole } from './described-roles.ts'

/**
 * The identity provider that is meant. Descriptions of one entity in several files add up, as in a rollover.
 * @throws {UsageError} where it is not clear, or not there
 */
export function chooseEntity<Described extends DescribedRole>(
  described: readonly Described[],
  wanted: string | undefined,
): readonly Described[] {
  const ids = new Set(described.map(({ entityId }) => entityId))
  if (wanted === undefined) {
    if (ids.size === 1) return described
    throw new UsageError(
      `The metadata describes ${ids.size} identity providers. Name the one you mean with --idp-entity-id.`,
    )
  }
  const chosen = described.filter(({ entityId }) => entityId === wanted)
  if (chosen.length > 0) return chosen
  const instead = ids.size === 1 ? ` It describes ${[...ids].join()}.` : ''
  throw new UsageError(`The metadata describes no identity provider ${wanted}.${instead}`)
}
