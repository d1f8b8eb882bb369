import type { OpenidRun } from '#shared/model/openid-run.ts'
import type { CaughtCallback } from '../run/login-transport.ts'

const MASK = '••••••'
/** Redeemable or personal: that they came is told, not what they are. */
const secret = new Set(['code', 'access_token', 'id_token', 'refresh_token'])

/** Parameters of the callback: its query, or the form that was posted to it (OAuth 2.0 Form Post Response Mode). */
export function callbackParameters({ method, url, body }: CaughtCallback): URLSearchParams {
  if (method === 'POST') return new URLSearchParams(new TextDecoder().decode(body))
  return new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '')
}

/** As it may be written down: without the code. */
export const shownCallback = (
  { url }: CaughtCallback,
  parameters: URLSearchParams,
  now: Date,
): NonNullable<OpenidRun['callback']> => ({
  receivedAt: now.toISOString(),
  url: url.replace(/[?#][\s\S]*$/, ''),
  parameters: Object.fromEntries([...parameters].map(([name, value]) => [name, secret.has(name) ? MASK : value])),
})
