import { BackendRefused } from './backend-refused.ts'
import { isSafeUrl } from './connections/url-policy.ts'

/**
 * Scheme and host, no path: our paths are registered at identity providers as they are.
 * @returns without a slash at the end; undefined stays undefined
 * @throws {BackendRefused} `public-url`
 */
export function checkPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (!isSafeUrl(text)) throw new BackendRefused('public-url')
  const { origin, pathname, search, hash } = new URL(text)
  if (pathname !== '/' || search !== '' || hash !== '') throw new BackendRefused('public-url')
  return origin
}
