/** Parameters whose values say what went wrong and identify nobody. */
const telling = ['error', 'error_description', 'errorcode', 'error_code']

const LONGEST_NAME = 48
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Handles and tokens in a path; a GUID is a tenant's or an application's name at some identity providers. */
const isHandle = (part: string) =>
  part.length > LONGEST_NAME || (!GUID.test(part) && /^(?=.*\d)[\w~+=-]{24,}$/.test(part))

/**
 * An address as it may be written down: names of parameters without their values, which may be sessions, tokens and
 * messages; no fragment, no user, no password.
 */
export function redactAddress(address: string): string {
  if (!URL.canParse(address)) return '(not an address)'
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `${url.protocol}…`
  // Old servers put the session behind a semicolon.
  const names = url.pathname.split('/').map((part) => part.replace(/;.*$/, ''))
  const path = names.map((part) => (isHandle(part) ? '…' : part))
  const query = [...url.searchParams].map(([name, value]) =>
    telling.includes(name.toLowerCase()) ? `${name}=${encodeURIComponent(value.slice(0, 200))}` : `${name}=…`,
  )
  return `${url.origin}${path.join('/')}${query.length > 0 ? `?${query.join('&')}` : ''}`
}
