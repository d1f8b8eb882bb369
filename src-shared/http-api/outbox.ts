import { z } from 'zod'
import { MailId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { ListQuery, listAnswer } from './list.ts'
import { ADMIN_API, route } from './route.ts'

/** A mail that waits to be passed on by hand. */
export const OutboxMail = z.object({
  id: MailId,
  to: z.string(),
  subject: z.string(),
  /** Holds a link that signs in, or an invitation. */
  text: z.string(),
  createdAt: Instant,
  /** Then nothing in it works any more, and it is gone. */
  expiresAt: Instant,
})
export type OutboxMail = z.infer<typeof OutboxMail>

export const listOutbox = route({
  method: 'GET',
  path: `${ADMIN_API}/outbox`,
  summary: 'Read the mail of a backend without a mail server, the newest first; for owners',
  withoutLicence: true,
  query: ListQuery,
  success: { status: 200, body: listAnswer({ mails: z.array(OutboxMail) }) },
})
