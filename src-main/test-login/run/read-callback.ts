import { decodePost } from '#main/saml/binding/post-binding.ts'
import type { CaughtMessage } from '#shared/model/test-run.ts'
import { type CaughtCallback, LoginInterrupted } from './login-transport.ts'

/**
 * Reads the form that was posted to the callback (SAML Bindings §3.5.4).
 * @throws {LoginInterrupted} where it is no form, or holds no or several responses
 */
export function readCallback({ method, url, body }: CaughtCallback, now: Date): CaughtMessage {
  const form = new URLSearchParams(method === 'POST' ? new TextDecoder().decode(body) : '')
  const [samlResponse, second] = form.getAll('SAMLResponse')
  if (samlResponse === undefined) throw new LoginInterrupted('failed', 'test-login.no-response', `Method: ${method}.`)
  if (second !== undefined) throw new LoginInterrupted('failed', 'test-login.several-responses')
  return {
    receivedAt: now.toISOString(),
    postedTo: url,
    samlResponse,
    relayState: form.get('RelayState'),
    xml: decode(samlResponse),
  }
}

function decode(samlResponse: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(decodePost(samlResponse))
  } catch {
    return null
  }
}
