import type { Installation } from '../installation.ts'
import type { MailQueue } from '../mail/mail-queue.ts'
import type { Measures } from '../measures/measures.ts'
import type { RateLimits } from './rate-limits.ts'

/** What every route of the server knows. */
export interface Site {
  readonly installation: Installation
  readonly limits: RateLimits
  readonly mailQueue: MailQueue
  /** Does what nobody waits for; what it throws goes to the log. */
  readonly afterwards: (work: () => Promise<void>) => void
  readonly measures: Measures
  /** The database answers, and the backend is not stopping. */
  readonly isReady: () => Promise<boolean>
  /** Cookies are for https alone; false only where the public URL is http on this machine. */
  readonly secure: boolean
}
