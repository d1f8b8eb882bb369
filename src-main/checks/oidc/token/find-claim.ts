import type { Claims } from '#main/oidc/token/claims.ts'
import type { Json } from '#main/oidc/token/parse-json.ts'
import type { HasPlace } from '../../finding/outcome.ts'
import type { TokenSubject } from './token-subject.ts'

export interface FoundClaim {
  readonly name: string
  readonly value: Json
  readonly at: HasPlace
  /** Where it was found: what qualifies it, such as `email_verified`, is read there and nowhere else. */
  readonly source: Claims
}

type Sources = Pick<TokenSubject, 'userInfo'> & { readonly reading: { readonly claims: Claims } }

/** In the token first, then in UserInfo of the same user. @param names tried in order; the first that is there counts */
export function findClaim({ reading, userInfo }: Sources, names: readonly string[]): FoundClaim | undefined {
  for (const source of [reading.claims, ...(userInfo === undefined ? [] : [userInfo])]) {
    for (const name of names) {
      const value = source.value(name)
      if (value !== undefined) return { name, value, at: source.at(name), source }
    }
  }
  return undefined
}
