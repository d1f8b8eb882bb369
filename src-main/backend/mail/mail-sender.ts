export interface MailMessage {
  readonly to: string
  readonly subject: string
  /** Plain text: nothing to load, nothing to click but the address that is written out. */
  readonly text: string
}

/** How mail leaves the house. Without one it is kept, and an owner reads it in the outbox. */
export interface MailSender {
  /** Rejects where the server did not take it. */
  readonly send: (mail: MailMessage) => Promise<void>
  readonly close: () => void
}
