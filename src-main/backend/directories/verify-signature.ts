import { createHmac, timingSafeEqual } from 'node:crypto'

const TOLERANCE_SECONDS = 300

export interface SignedEvent {
  readonly id: string
  /** Seconds since 1970, as it was sent. */
  readonly timestamp: string
  /** `v1,` and Base64; several, apart by spaces, while the sender changes its secret. */
  readonly signature: string
  /** Octets as they came. */
  readonly body: Uint8Array
}

/** HMAC-SHA256 over `id.timestamp.body`, at most five minutes old or early (Standard Webhooks 1.0). Takes the same time wherever two differ. */
export function signatureFits({ id, timestamp, signature, body }: SignedEvent, secret: Uint8Array, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false
  const expected = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest()
  return signature.split(' ').some((one) => {
    const [version, value = ''] = one.split(',', 2)
    const given = Buffer.from(value, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
}

/** After that a repeated event is too old by its own timestamp. */
export const rememberUntil = (timestamp: string): Date => new Date((Number(timestamp) + TOLERANCE_SECONDS + 1) * 1000)
