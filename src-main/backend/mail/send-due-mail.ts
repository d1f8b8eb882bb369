import { type Installation, openTenant } from '../installation.ts'
import type { MailRecord } from '../storage/stores/mails.ts'
import type { MailSender } from './mail-sender.ts'
import { readMail } from './write-mail.ts'

const AT_ONCE = 20
/** Minutes until the next try: a server that greylists answers after a few. */
const PAUSES = [1, 2, 5, 10, 30, 60]
const MINUTE = 60_000

/** Sends what waits, the longest waiting first. A mail that was taken is gone; one that was not is tried again until it expires. */
export async function sendDueMail(installation: Installation, sender: MailSender): Promise<void> {
  const { directory, clock } = installation
  for (const { organisationId, id } of await directory.mailsDue(clock().toISOString(), AT_ONCE)) {
    const tenant = openTenant(installation, organisationId)
    const mail = await tenant.stores.mails.byId(id)
    if (mail === undefined) continue
    try {
      await sender.send(readMail(tenant, mail))
      await tenant.stores.mails.remove(id)
    } catch (cause) {
      installation.log({
        level: 'warning',
        event: 'mail.not-sent',
        details: { mail: id, tries: mail.tries + 1 },
        cause,
      })
      await tenant.stores.mails.postpone(id, nextTry(mail, clock()), mail.tries + 1)
    }
  }
}

function nextTry({ tries }: MailRecord, now: Date): string {
  const minutes = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0
  return new Date(now.getTime() + minutes * MINUTE).toISOString()
}
