import { isIP } from 'node:net'
import { FetchRefused } from '../fetch-refused.ts'
import type { AddressPolicy } from './address-policy.ts'

/**
 * An address we would ask. Sockets look up names only, so a literal IP is checked here; the URL parser has by then turned
 * its decimal, octal, hexadecimal and shortened forms into the usual one (WHATWG URL §3.5).
 */
export function checkUrl(text: string, policy: AddressPolicy): URL {
  const url = URL.parse(text.trim())
  if (url === null) throw new FetchRefused('not-a-url', text.slice(0, 200))
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new FetchRefused('scheme', url.protocol)
  // A user name before the host serves to disguise the host, and its password would end in logs.
  if (url.username !== '' || url.password !== '') throw new FetchRefused('not-a-url', url.host)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(host) !== 0 && !policy.permits(host)) throw new FetchRefused('address-refused', host)
  return url
}
