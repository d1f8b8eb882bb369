import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import type { CheckOf } from '../finding/outcome.ts'
import { distance } from '../saml/window.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

/** Its own validUntil, its roles' and those of everything around it bind alike (SAML Metadata §2.3.1). */
export const metadataIsCurrent: CheckOf<EntitySubject, 'metadata.validity'> = {
  code: 'metadata.validity',
  run({ entity, context }) {
    const { now } = context
    const roles = [...entity.identityProviders, ...entity.serviceProviders].map(({ validity }) => validity)
    const limits = [...entity.validity, ...roles].filter(({ validUntil }) => validUntil !== undefined)
    for (const { element, validUntil = '' } of limits) {
      const end = parseSamlTime(validUntil)
      if (end === undefined)
        return { kind: 'fault', code: 'metadata.validity.unreadable', trust, at: at(element), actual: validUntil }
      if (end <= now.getTime()) {
        const actual = `${validUntil} (${distance(validUntil, now)})`
        return {
          kind: 'fault',
          code: 'metadata.validity.expired',
          trust,
          at: at(element),
          expected: `after ${now.toISOString()}`,
          actual,
        }
      }
    }
    const actual = limits[0] === undefined ? 'no end is set' : `until ${limits[0].validUntil}`
    return { kind: 'passed', trust, at: at(entity.element), actual }
  },
}
