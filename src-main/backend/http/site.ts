import type { Installation } from '../installation.ts'
import type { RateLimits } from './rate-limits.ts'

/** What every route of the server knows. */
export interface Site {
  readonly installation: Installation
  readonly limits: RateLimits
  /** Cookies are for https alone; false only where the public URL is http on this machine. */
  readonly secure: boolean
}
