import type { BackendOptions } from '#main/backend/backend.ts'
import { UsageError } from '../process/usage-error.ts'

/** An address with a password in it does not belong on a command line, where every user of the machine reads it. */
export const SMTP_VARIABLE = 'CLAIMCHECK_SMTP_URL'

/**
 * Where mail is handed in, from the option or the variable.
 * @returns undefined where neither is given: mail is kept for the outbox
 * @throws {UsageError}
 */
export function readSmtp(
  { smtpUrl, mailFrom }: { readonly smtpUrl?: string; readonly mailFrom?: string },
  fromEnvironment: string | undefined,
): BackendOptions['smtp'] {
  const url = smtpUrl ?? fromEnvironment
  if (url === undefined) {
    if (mailFrom === undefined) return undefined
    throw new UsageError(`--mail-from needs a mail server: give --smtp-url, or set ${SMTP_VARIABLE}.`)
  }
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' }
  if (!['smtp:', 'smtps:'].includes(protocol) || hostname === '') {
    throw new UsageError('The mail server is an address such as smtp://user:password@mail.example.com:587.')
  }
  if (mailFrom === undefined) throw new UsageError('--mail-from says who the mail is from: give an address of yours.')
  return { url, from: mailFrom }
}
