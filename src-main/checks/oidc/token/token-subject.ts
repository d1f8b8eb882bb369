import type { Claims } from '#main/oidc/token/claims.ts'
import type { SignedToken } from '#main/oidc/token/compact-token.ts'
import type { SignatureJudgement, VerifiedClaims } from '#main/oidc/token/verify-signature.ts'
import type { CheckCode } from '#shared/findings/catalogue.ts'
import type { CheckOf, HasPlace, Outcome, Trust } from '../../finding/outcome.ts'
import type { TokenContext } from './token-context.ts'

/** The type says whether an identity may be read: only from the verified one. */
export type ClaimsReading =
  | { readonly trust: 'verified'; readonly claims: VerifiedClaims }
  | { readonly trust: 'unverified'; readonly claims: Claims }

/** Everything the checks of a token look at. */
export interface TokenSubject {
  readonly context: TokenContext
  readonly token: SignedToken
  readonly signature: SignatureJudgement
  readonly reading: ClaimsReading
  /** Of UserInfo that speaks of the same user; what it says is believed as far as the token is. */
  readonly userInfo: Claims | undefined
}

/** A check of what the token claims. */
export function onClaims<Code extends CheckCode>(
  code: Code,
  judge: (claims: Claims, context: TokenContext, trust: Trust) => Outcome<Code> | readonly Outcome<Code>[],
): CheckOf<TokenSubject, Code> {
  return { code, run: ({ reading, context }) => judge(reading.claims, context, reading.trust) }
}

/** A check of the header. It is covered by the signature like the claims are. */
export function onHeader<Code extends CheckCode>(
  code: Code,
  judge: (subject: TokenSubject, trust: Trust, at: (member: string) => HasPlace) => Outcome<Code>,
): CheckOf<TokenSubject, Code> {
  return {
    code,
    run: (subject) => {
      const { header } = subject.token
      const at = (member: string) => ({
        place: () => header.place(header.object[member] === undefined ? '' : `/${member}`),
      })
      return judge(subject, subject.reading.trust, at)
    },
  }
}
