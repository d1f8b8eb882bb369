import type { EntityListing } from '../model/aggregate.ts'

export interface EntityFilter {
  /** Every word of it must occur in the entity ID or the display name. */
  readonly text?: string
  readonly role?: 'idp' | 'sp'
  readonly verdict?: 'valid' | 'invalid'
  /** A code among its errors or warnings. */
  readonly code?: string
}

/** The entities that fit, in their order. */
export function searchEntities(entities: readonly EntityListing[], filter: EntityFilter): EntityListing[] {
  const words = (filter.text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return entities.filter((entity) => {
    if (filter.role !== undefined && !entity.roles.includes(filter.role)) return false
    if (filter.verdict !== undefined && entity.verdict !== filter.verdict) return false
    if (filter.code !== undefined && !entity.errors.includes(filter.code) && !entity.warnings.includes(filter.code))
      return false
    if (words.length === 0) return true
    const told = `${entity.entityId} ${entity.displayName ?? ''}`.toLowerCase()
    return words.every((word) => told.includes(word))
  })
}
