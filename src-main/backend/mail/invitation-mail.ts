import type { MailMessage } from './mail-sender.ts'

export const invitationMail = ({
  to,
  organisation,
  role,
  url,
  expiresAt,
}: {
  readonly to: string
  readonly organisation: string
  readonly role: string
  readonly url: string
  /** RFC 3339. */
  readonly expiresAt: string
}): MailMessage => ({
  to,
  subject: `Join ${organisation}`,
  text: `You are invited to ${organisation} as ${role}. Open this address to accept:

${url}

It works until ${expiresAt.slice(0, 10)}. If you do not know ${organisation}, delete this mail.
`,
})
