import type { CheckOf } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

/** SAML Core §8.3.6. */
const LONGEST = 1024

export const entityIsNamed: CheckOf<EntitySubject, 'metadata.entity-id'> = {
  code: 'metadata.entity-id',
  run({ entity }) {
    const evidence = { trust, at: at(entity.element), actual: entity.entityId } as const
    const { entityId } = entity
    if (entityId === undefined || entityId.trim() === '')
      return { kind: 'fault', code: 'metadata.entity-id.missing', ...evidence }
    if (/\{tenant(?:id)?\}/i.test(entityId))
      return { kind: 'fault', code: 'metadata.entity-id.placeholder', ...evidence }
    if (entityId.length > LONGEST) return { kind: 'fault', code: 'metadata.entity-id.too-long', ...evidence }
    return { kind: 'passed', ...evidence }
  },
}
