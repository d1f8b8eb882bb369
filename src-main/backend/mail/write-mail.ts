import { ID_BYTES, MailId, makeId } from '#shared/model/ids.ts'
import type { Tenant } from '../installation.ts'
import type { SecretPlace } from '../secrets/sealer.ts'
import type { MailRecord } from '../storage/stores/mails.ts'
import type { Stores } from '../storage/stores.ts'
import type { MailMessage } from './mail-sender.ts'

type Writer = Pick<Tenant, 'id' | 'sealer' | 'random' | 'sendsMail'>

/**
 * Puts a mail where it waits to be sent or to be read, sealed: the links in it sign in.
 * @param stores of the transaction that makes what the mail is about
 */
export async function writeMail(
  stores: Stores,
  { id: tenant, sealer, random, sendsMail }: Writer,
  { to, subject, text }: MailMessage,
  { now, expiresAt }: { readonly now: Date; readonly expiresAt: Date },
): Promise<MailId> {
  const id = makeId(MailId, 'mail', random(ID_BYTES))
  const at = now.toISOString()
  await stores.mails.add({
    id,
    recipient: to,
    subject,
    textSealed: sealer.seal(textPlace(tenant, id), Buffer.from(text, 'utf8')),
    createdAt: at,
    expiresAt: expiresAt.toISOString(),
    nextTryAt: sendsMail ? at : null,
    tries: 0,
  })
  return id
}

/** @throws {SecretDamaged} */
export const readMail = (
  { id: tenant, sealer }: Pick<Tenant, 'id' | 'sealer'>,
  { id, recipient, subject, textSealed }: MailRecord,
): MailMessage => ({
  to: recipient,
  subject,
  text: Buffer.from(sealer.open(textPlace(tenant, id), textSealed)).toString('utf8'),
})

const textPlace = (tenant: string, record: string): SecretPlace => ({ tenant, record, column: 'mail_text' })
