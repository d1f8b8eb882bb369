import type { CertificateSummary } from '#shared/model/certificate.ts'
import { relativeTime } from './relative-time.ts'

/** Replacing a certificate takes two organisations a few weeks. */
const SOON = 30 * 24 * 60 * 60 * 1000

export interface CertificateValidity {
  readonly state: 'valid' | 'soon' | 'expired' | 'early'
  readonly says: string
}

export function certificateValidity(
  { notBefore, notAfter }: Pick<CertificateSummary, 'notBefore' | 'notAfter'>,
  now: Date,
): CertificateValidity {
  const begins = new Date(notBefore)
  const ends = new Date(notAfter)
  if (begins > now) return { state: 'early', says: `valid ${relativeTime(begins, now)}` }
  if (ends <= now) return { state: 'expired', says: `expired ${relativeTime(ends, now)}` }
  const state = ends.getTime() - now.getTime() < SOON ? 'soon' : 'valid'
  return { state, says: `expires ${relativeTime(ends, now)}` }
}
