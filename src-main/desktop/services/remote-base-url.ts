import { ADMIN_API } from '#shared/http-api/route.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'

/** Pages and interfaces of a backend that people copy the address of. */
const knownPaths = new RegExp(`(?:${ADMIN_API}|/sign-in|/openapi\\.json|/docs)(?:/.*)?$`)

/**
 * Where a backend is, from what someone copied.
 * @returns without the path of a known page, without a slash at the end. @throws {InputRefused} at field `url`
 */
export function remoteBaseUrl(text: string): string {
  const url = URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new InputRefused('tenant.not-a-url', 'url')
  if (url.protocol === 'http:' && !isThisComputer(url.hostname)) throw new InputRefused('tenant.not-encrypted', 'url')
  return `${url.origin}${url.pathname.replace(knownPaths, '').replace(/\/+$/, '')}`
}

/** Names and addresses that never leave it (RFC 6761 §6.3, RFC 1122 §3.2.1.3). */
const isThisComputer = (host: string) => /^(?:localhost|(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)
