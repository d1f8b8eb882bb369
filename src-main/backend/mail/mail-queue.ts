import type { Installation } from '../installation.ts'
import type { MailSender } from './mail-sender.ts'
import { sendDueMail } from './send-due-mail.ts'

export interface MailQueue {
  /** Someone wrote a mail: it goes out now, and nobody waits for it. */
  readonly hurry: () => void
  /** Ends what is on its way. What waits is sent after the next start. */
  readonly close: () => Promise<void>
}

/** One at a time: whoever writes while mail goes out has theirs sent after it. */
export function openMailQueue(installation: Installation, sender: MailSender | undefined): MailQueue {
  if (sender === undefined) return { hurry: () => {}, close: async () => {} }
  let running: Promise<void> = Promise.resolve()
  let waits = false
  const work = async () => {
    waits = false
    await sendDueMail(installation, sender).catch((cause: unknown) => {
      installation.log({ level: 'error', event: 'mail.failed', details: {}, cause })
    })
  }
  return {
    hurry() {
      if (waits) return
      waits = true
      running = running.then(work)
    },
    async close() {
      await running
      sender.close()
    },
  }
}
