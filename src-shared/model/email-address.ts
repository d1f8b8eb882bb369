import { domainPattern } from './domain-pattern.ts'

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/

/**
 * The one grammar for addresses that identify people: a dot-atom and a domain name (RFC 5322 §3.4.1 without quoted strings,
 * comments and address literals, which serve to make readers disagree on the domain).
 * @returns the parts, the domain in lower case; undefined where it is no such address
 */
export function parseEmailAddress(text: string): { readonly local: string; readonly domain: string } | undefined {
  const at = text.lastIndexOf('@')
  if (at < 1 || text.length > 254) return undefined
  const local = text.slice(0, at)
  const domain = text.slice(at + 1).toLowerCase()
  return local.length <= 64 && localPart.test(local) && domainPattern.test(domain) ? { local, domain } : undefined
}
