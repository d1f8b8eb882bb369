/** Where our own pages live. A custom scheme, so that no file: page and no web page shares an origin with them. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'claimcheck'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** Whether a URL is a page of ours: by scheme, host and port of the parsed URL, never by how its text begins. */
export function isOwnPage(url: string, ownOrigins: readonly string[]): boolean {
  const origin = originOf(url)
  return origin !== null && ownOrigins.includes(origin)
}

/** `scheme://host[:port]`, since `URL.origin` is `null` for schemes it does not know; null where a name or password is in it. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, username, password } = new URL(url)
  return username === '' && password === '' ? `${protocol}//${host}` : null
}
