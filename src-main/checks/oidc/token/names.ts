import type { CheckOf } from '../../finding/outcome.ts'
import { findClaim } from './find-claim.ts'
import { show } from './show.ts'
import type { TokenSubject } from './token-subject.ts'

type Code = 'oidc.claim.given-name' | 'oidc.claim.family-name'

const arrived = <C extends Code>(code: C, member: 'givenName' | 'familyName'): CheckOf<TokenSubject, Code> => ({
  code,
  run(subject) {
    const { trust, claims } = subject.reading
    const names = subject.context.mapping[member]
    const found = findClaim(subject, names)
    if (found === undefined)
      return { kind: 'fault', code: `${code}.missing`, trust, at: claims.at(''), expected: names.join(', ') }
    const evidence = { trust, at: found.at, actual: show(found.value) }
    if (typeof found.value !== 'string' || found.value.trim() === '')
      return { kind: 'fault', code: `${code}.empty`, ...evidence }
    return { kind: 'passed', ...evidence }
  },
})

export const givenNameArrived = arrived('oidc.claim.given-name', 'givenName')
export const familyNameArrived = arrived('oidc.claim.family-name', 'familyName')
