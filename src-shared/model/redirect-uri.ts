import { z } from 'zod'

const LONGEST = 2_000
const REST = String.raw`(?:[/?][^\s#]*)?$`
const web = new RegExp(String.raw`^https://[^\s/?#@\\]+${REST}`, 'i')
/** Names and addresses that never leave this computer (RFC 8252 §7.3). */
const loopback = new RegExp(
  String.raw`^http://(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?${REST}`,
  'i',
)
const ownScheme = /^([a-z][a-z0-9+.-]*):[^\s#]+$/i
/** To these a browser or this app gives a meaning of its own: nothing comes back from there. */
const taken =
  /^(?:https?|javascript|data|file|blob|about|app|chrome|chrome-extension|devtools|view-source|filesystem|wss?|ftp|mailto)$/i

/** Whether the system's browser can bring an answer back to this app: plain http on this computer (RFC 8252 §7.3). */
export const isLoopbackRedirect = (text: string): boolean => loopback.test(text)

/** A scheme of an application's own (RFC 8252 §7.1), such as `com.example.app:/callback`. */
export const isOwnScheme = (text: string): boolean => {
  const [, scheme] = ownScheme.exec(text) ?? []
  return scheme !== undefined && !taken.test(scheme)
}

/**
 * Where a provider sends the browser back to: https, http on this computer, or a scheme of an application's own.
 * No fragment (RFC 6749 §3.1.2), no name or password.
 */
export const isRedirectUri = (text: string): boolean =>
  text.length <= LONGEST && (web.test(text) || loopback.test(text) || isOwnScheme(text))

export const RedirectUri = z.string().refine(isRedirectUri)
