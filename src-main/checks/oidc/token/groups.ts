import type { Claims } from '#main/oidc/token/claims.ts'
import { isObject } from '#main/oidc/token/json-document.ts'
import type { Json } from '#main/oidc/token/parse-json.ts'
import type { CheckOf } from '../../finding/outcome.ts'
import { isJoined, isObjectId } from '../../saml/claims/groups.ts'
import { findClaim } from './find-claim.ts'
import { show } from './show.ts'
import type { TokenSubject } from './token-subject.ts'

/** Whether roles can be mapped from what arrived. Groups are never needed unless the mapping requires them. */
export const groupsAreUsable: CheckOf<TokenSubject, 'oidc.claim.groups'> = {
  code: 'oidc.claim.groups',
  run(subject) {
    const { context, reading } = subject
    const { trust, claims } = reading
    const names = context.mapping.groups
    const found = findClaim(subject, names)
    if (found === undefined) {
      const link = overage(claims, names)
      if (link !== undefined) return { kind: 'fault', code: 'oidc.claim.groups.overage', trust, ...link }
      if (!context.requiredClaims.includes('groups'))
        return { kind: 'passed', trust, at: claims.at(''), detail: 'None arrived.' }
      return { kind: 'fault', code: 'oidc.claim.groups.missing', trust, at: claims.at(''), expected: names.join(', ') }
    }
    const groups = readGroups(found.value)
    if (groups === undefined)
      return { kind: 'fault', code: 'oidc.claim.groups.not-a-list', trust, at: found.at, actual: show(found.value) }
    const evidence = { trust, at: found.at, actual: groups.join('\n') || 'none' }
    if (groups.some(isObjectId)) return { kind: 'fault', code: 'oidc.claim.groups.guids', ...evidence }
    if (isJoined(groups)) return { kind: 'fault', code: 'oidc.claim.groups.joined', ...evidence }
    return { kind: 'passed', ...evidence }
  },
}

/** A list of texts, or one text where there is one group (JumpCloud). @returns undefined for anything else */
export function readGroups(value: Json): readonly string[] | undefined {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (!Array.isArray(value)) return undefined
  return value.every((item) => typeof item === 'string') ? value : undefined
}

/** Microsoft leaves the groups out and names where to ask instead; in the implicit flow it says only that there are some. */
function overage(claims: Claims, names: readonly string[]) {
  const sources = claims.value('_claim_names')
  const elsewhere = isObject(sources) && names.some((name) => sources[name] !== undefined)
  if (elsewhere) return { at: claims.at('_claim_names'), actual: show(sources) }
  return claims.value('hasgroups') === true ? { at: claims.at('hasgroups'), actual: 'hasgroups: true' } : undefined
}
