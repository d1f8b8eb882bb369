import { shortThumbprint } from '../format/thumbprint.ts'
import type { HeldCertificate } from './held-certificates.ts'

const DAY = 24 * 60 * 60 * 1000
/** Two organisations, a change window and somebody on holiday: what is to be replaced by then is begun now. */
const HORIZON = 90 * DAY

/** What to do about a certificate's end, and when; null where there is time. */
export function rolloverHint(held: HeldCertificate, now: Date): string | null {
  const left = Date.parse(held.certificate.notAfter) - now.getTime()
  if (left >= HORIZON) return null
  const successor =
    held.successors.find(({ notBefore }) => Date.parse(notBefore) <= now.getTime()) ?? held.successors[0]
  if (successor === undefined) return withoutSuccessor(held, left <= 0)
  const name = `…${shortThumbprint(successor.sha256)}`
  if (Date.parse(successor.notBefore) > now.getTime()) return `Its successor ${name} is loaded, but not valid yet.`
  return left <= 0
    ? `${name} has taken over. Load the metadata again once this one is gone from it.`
    : `Its successor ${name} is loaded: signatures of both verify, so nothing is left to do.`
}

function withoutSuccessor({ use }: HeldCertificate, isOver: boolean): string {
  if (use === 'idp-signing')
    return isOver
      ? 'Ask the identity provider for its present certificate, load it, and run a test login.'
      : 'Have the identity provider add the next certificate, load its metadata again, and run a test login: both verify until the old one goes.'
  if (use === 'idp-encryption') return 'Ask the identity provider for its next certificate and load its metadata again.'
  if (use === 'application')
    return 'Generate a new key pair, hand the new metadata over, and run a test login before this one is taken away.'
  return 'Make a new draft, register it at the identity provider, test and publish it.'
}
