import { createTransport } from 'nodemailer'
import type { MailSender } from './mail-sender.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps:` for TLS from the first byte. */
  readonly url: string
  /** `Claimcheck <sso@example.com>` */
  readonly from: string
}

const WAIT_MILLISECONDS = 15_000

/** A password goes over TLS only: a server on another machine that offers none is refused before it is told anything. */
export function smtpSender({ url, from }: SmtpOptions): MailSender {
  const { hostname, protocol, username } = new URL(url)
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  const transport = createTransport({
    url,
    requireTLS: protocol === 'smtp:' && username !== '' && !isHere,
    connectionTimeout: WAIT_MILLISECONDS,
    greetingTimeout: WAIT_MILLISECONDS,
    socketTimeout: WAIT_MILLISECONDS,
    // Nothing of a mail is a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
    },
    close: () => transport.close(),
  }
}
