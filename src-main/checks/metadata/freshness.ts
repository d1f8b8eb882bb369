import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import type { CheckOf } from '../finding/outcome.ts'
import { distance } from '../saml/window.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

const SOON_MS = 3 * 24 * 3600 * 1000
/** xs:duration (XML Schema 2 §3.2.6). */
const duration = /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/

export const metadataStaysFresh: CheckOf<EntitySubject, 'metadata.freshness'> = {
  code: 'metadata.freshness',
  run({ entity, context: { now } }) {
    const roles = [...entity.identityProviders, ...entity.serviceProviders].map(({ validity }) => validity)
    for (const { element, validUntil, cacheDuration } of [...entity.validity, ...roles]) {
      const evidence = { trust, at: at(element) } as const
      if (cacheDuration !== undefined && !duration.test(cacheDuration.trim()))
        return { kind: 'fault', code: 'metadata.freshness.cache-unreadable', ...evidence, actual: cacheDuration }
      const left = validUntil === undefined ? undefined : (parseSamlTime(validUntil) ?? Number.NaN) - now.getTime()
      if (validUntil !== undefined && left !== undefined && left > 0 && left < SOON_MS) {
        const actual = `${validUntil} (${distance(validUntil, now)})`
        return { kind: 'fault', code: 'metadata.freshness.expires-soon', ...evidence, actual }
      }
    }
    return { kind: 'passed', trust, at: at(entity.element) }
  },
}
