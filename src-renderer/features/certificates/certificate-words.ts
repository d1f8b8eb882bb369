import type { CertificateUse } from '../../lib/certificates/held-certificates.ts'

export const certificateUses: Readonly<Record<CertificateUse, string>> = {
  'idp-signing': 'Signs at the identity provider',
  'idp-encryption': 'The identity provider is encrypted to with it',
  application: 'Signs and decrypts for the application',
  draft: 'Signs and decrypts on the tenant',
}

const DAY = 24 * 60 * 60 * 1000

interface Horizon {
  readonly title: string
  /** Milliseconds that are left at most. */
  readonly within: number
}

export const horizons: readonly Horizon[] = [
  { title: 'Expired', within: 0 },
  { title: 'Within 30 days', within: 30 * DAY },
  { title: 'Within 90 days', within: 90 * DAY },
  { title: 'Within a year', within: 365 * DAY },
  { title: 'Later', within: Number.POSITIVE_INFINITY },
]

/** @returns the first horizon that an instant lies within */
export function horizonOf(notAfter: string, now: Date): Horizon {
  const left = Date.parse(notAfter) - now.getTime()
  return horizons.find(({ within }) => left <= within) as Horizon
}
