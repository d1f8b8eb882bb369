import { getPublicSuffix } from 'tldts'
import type { RefusalTextCode } from '#shared/http-api/refusal-texts.ts'
import type { Domain } from '#shared/model/domain.ts'
import { isPublicMail } from './public-mail.ts'

export type UnusableDomain = 'public-mail' | 'public-suffix' | 'outside-allowed-domains'

/** Why no provider of the organisation may claim it, whoever else has. @param domain as `Domain` has parsed it */
export function domainProblem(domain: Domain, allowedDomains: readonly string[]): UnusableDomain | undefined {
  if (isPublicMail(domain)) return 'public-mail'
  // Everyone below it is someone else: co.uk, github.io (publicsuffix.org, private section included).
  if (getPublicSuffix(domain, { allowPrivateDomains: true }) === domain) return 'public-suffix'
  if (allowedDomains.length > 0 && !allowedDomains.includes(domain)) return 'outside-allowed-domains'
  return undefined
}

export const domainRefusals = {
  'public-mail': 'domain.public-mail',
  'public-suffix': 'domain.public-suffix',
  'outside-allowed-domains': 'domain.outside-allowed',
} as const satisfies Record<UnusableDomain, RefusalTextCode>
