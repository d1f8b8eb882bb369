import publicMailDomains from 'email-providers'
import { getDomain } from 'tldts'

/** Offer mailboxes to everyone and stand in no list of the package. */
const alsoPublic = [
  'fastmail.com',
  'fastmail.fm',
  'tutanota.com',
  'tutanota.de',
  'tutamail.com',
  'tuta.com',
  'tuta.io',
  'duck.com',
]
/** Reserved for documentation (RFC 2606 §3): nobody has a mailbox there. */
const reserved = ['example.com', 'example.net', 'example.org']

const known = new Set([...publicMailDomains, ...alsoPublic].filter((domain) => !reserved.includes(domain)))

/** Anybody can have an address there, so nobody may claim it for an organisation (S21). Below such a domain too. */
export function isPublicMail(domain: string): boolean {
  return known.has(domain) || known.has(getDomain(domain) ?? '')
}
