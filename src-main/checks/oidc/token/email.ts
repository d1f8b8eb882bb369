import type { Claims } from '#main/oidc/token/claims.ts'
import { parseEmailAddress } from '#shared/model/email-address.ts'
import type { CheckOf } from '../../finding/outcome.ts'
import { findClaim } from './find-claim.ts'
import { show } from './show.ts'
import type { TokenContext } from './token-context.ts'
import type { TokenSubject } from './token-subject.ts'

/** One address, verified by the provider, of the connection's domains (OpenID Connect Core §5.7). */
export const emailArrived: CheckOf<TokenSubject, 'oidc.claim.email'> = {
  code: 'oidc.claim.email',
  run(subject) {
    const { context, reading } = subject
    const { mapping, emailDomains } = context
    const { trust } = reading
    const found = findClaim(subject, mapping.email)
    if (found === undefined) {
      const expected = mapping.email.join(', ')
      return {
        kind: 'fault',
        code: 'oidc.claim.email.missing',
        trust,
        at: reading.claims.at(''),
        expected,
        actual: namesOf(reading.claims),
      }
    }
    const evidence = { trust, at: found.at, actual: show(found.value) }
    if (typeof found.value !== 'string' || found.value === '')
      return { kind: 'fault', code: 'oidc.claim.email.empty', ...evidence }
    const address = parseEmailAddress(found.value)
    if (address === undefined) return { kind: 'fault', code: 'oidc.claim.email.not-an-address', ...evidence }
    if (emailDomains !== undefined && !emailDomains.includes(address.domain)) {
      const expected = emailDomains.map((domain) => `@${domain}`).join(', ')
      return { kind: 'fault', code: 'oidc.claim.email.foreign-domain', ...evidence, expected }
    }
    const doubt = doubtAbout(found.source, address.domain, context)
    if (doubt === undefined) return { kind: 'passed', ...evidence }
    const at = found.source.at('email_verified')
    return { kind: 'fault', ...doubt, trust, at, expected: 'email_verified: true' }
  },
}

export type Trusting = Pick<TokenContext, 'emailTrust' | 'provenEmailDomains'>

/**
 * Missing is not true, and neither is the text "true". Microsoft has no `email_verified`: its `xms_edov` says that the owner of
 * the domain vouches for the address. A provider that is believed without is warned of all the same.
 * @param domain of the address
 */
export function doubtAbout(source: Claims, domain: string, { emailTrust, provenEmailDomains }: Trusting) {
  const verified = source.value('email_verified')
  if (verified === true) return undefined
  if (verified !== undefined)
    return { code: 'oidc.claim.email.unverified', actual: `email_verified: ${JSON.stringify(verified)}` } as const
  const ownerVouches = source.value('xms_edov')
  if (ownerVouches === true || ownerVouches === 1 || ownerVouches === '1') return undefined
  const isTrusted = emailTrust === 'provider' && (provenEmailDomains?.includes(domain) ?? true)
  if (isTrusted && ownerVouches === undefined) return { code: 'oidc.claim.email.taken-unverified' } as const
  return { code: 'oidc.claim.email.verification-unknown' } as const
}

const namesOf = ({ document }: Claims) => Object.keys(document.object).join('\n') || 'no claims'
