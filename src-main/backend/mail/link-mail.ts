import type { MailMessage } from './mail-sender.ts'

/** Its subject names the organisation: one person may belong to several. */
export const linkMail = ({
  to,
  organisation,
  url,
  minutes,
}: {
  readonly to: string
  readonly organisation: string
  readonly url: string
  readonly minutes: number
}): MailMessage => ({
  to,
  subject: `Sign in to ${organisation}`,
  text: `Open this address to sign in to ${organisation} as ${to}:

${url}

It works once, for ${minutes} minutes. If you did not ask for it, delete this mail: nothing happens without it.
`,
})

/** For someone whose organisation lets nobody in by mail. */
export const singleSignOnMail = ({
  to,
  organisation,
  url,
}: {
  readonly to: string
  readonly organisation: string
  readonly url: string
}): MailMessage => ({
  to,
  subject: `Sign in to ${organisation}`,
  text: `${organisation} requires single sign-on, so there is no link by mail. Sign in through your identity provider here:

${url}

If you did not ask for this, delete this mail.
`,
})
