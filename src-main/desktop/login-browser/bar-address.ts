import type { LoginBarState } from '#shared/ipc/login-bar.ts'

/** What the bar says of the page below it. */
export function barAddress(url: string): Pick<LoginBarState, 'address' | 'connection'> {
  if (!URL.canParse(url)) return { address: '', connection: 'none' }
  const { protocol, origin, pathname, hostname } = new URL(url)
  const address = `${origin}${pathname}`
  if (protocol === 'https:') return { address, connection: 'secure' }
  if (protocol === 'http:') return { address, connection: isLoopback(hostname) ? 'local' : 'insecure' }
  return { address: '', connection: 'none' }
}

/** Names and addresses that never leave this computer (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
const isLoopback = (hostname: string) =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(?:\.\d{1,3}){3}$/.test(hostname)
