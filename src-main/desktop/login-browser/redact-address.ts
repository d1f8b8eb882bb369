/** Parameters whose values say what went wrong and identify nobody. */
const telling = ['error', 'error_description', 'errorcode', 'error_code']

/** Longer parts of a path are handles and tokens, not names. */
const LONGEST_NAME = 48

/**
 * An address as it may be written down: names of parameters without their values, which may be sessions, tokens and
 * messages; no fragment, no user, no password.
 */
export function redactAddress(address: string): string {
  if (!URL.canParse(address)) return '(not an address)'
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `${url.protocol}…`
  const path = url.pathname.split('/').map((part) => (part.length > LONGEST_NAME ? '…' : part))
  const query = [...url.searchParams].map(([name, value]) =>
    telling.includes(name.toLowerCase()) ? `${name}=${encodeURIComponent(value.slice(0, 200))}` : `${name}=…`,
  )
  return `${url.origin}${path.join('/')}${query.length > 0 ? `?${query.join('&')}` : ''}`
}
