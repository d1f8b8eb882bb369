import { isPublicAddress } from './public-address.ts'

/** Which machines may be asked, and whether an answer may send us to another one. */
export interface AddressPolicy {
  permits(address: string): boolean
  readonly redirects: 'anywhere' | 'same-host'
}

export const addressPolicies = {
  /** On a person's own machine: they may reach what they could reach anyway. */
  any: { permits: () => true, redirects: 'anywhere' },
  /** On a server that fetches what a stranger typed in. */
  'public-only': { permits: isPublicAddress, redirects: 'same-host' },
} as const satisfies Record<string, AddressPolicy>
