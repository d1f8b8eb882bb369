import type { ReadEntity } from '#main/saml/metadata/read-entity.ts'
import type { Judged } from '../finding/judged.ts'
import { at, trust } from './entity-context.ts'

/** Of aggregates only: one entity cannot stand twice (SAML Metadata §2.3.2). */
export function eachEntityOnce(entities: readonly ReadEntity[]): Judged[] {
  if (entities.length < 2) return []
  const seen = new Set<string>()
  const repeated: Judged[] = []
  for (const { entityId, element } of entities) {
    if (entityId === undefined) continue
    if (seen.has(entityId)) {
      const fault = {
        kind: 'fault',
        code: 'metadata.entity-once.repeated',
        trust,
        at: at(element),
        actual: entityId,
      } as const
      repeated.push(['metadata.entity-once', fault])
    }
    seen.add(entityId)
  }
  return repeated.length > 0 ? repeated : [['metadata.entity-once', { kind: 'passed', trust }]]
}
