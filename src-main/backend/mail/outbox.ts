import type { AdminContext } from '../admin-context.ts'
import { pageOf } from '../lists/page-of.ts'
import { Refused } from '../refusals/refused.ts'
import { readMail } from './write-mail.ts'

/**
 * What was written and is not sent, because there is no mail server: whoever runs the organisation passes it on. Owners alone:
 * a link in it signs in as its reader.
 * @throws {Refused} `member.owner-only`, `outbox.sends-mail`
 */
export async function listOutbox(
  { tenant, role, now }: AdminContext,
  asked: { readonly limit: number; readonly cursor?: string | undefined },
) {
  if (role !== 'owner') throw new Refused('outbox.owner-only')
  if (tenant.sendsMail) throw new Refused('outbox.sends-mail')
  const { mails } = tenant.stores
  const at = now.toISOString()
  const key = (mail: { createdAt: string; id: string }) => [mail.createdAt, mail.id] as const
  const { rows, next } = await pageOf(asked, (page) => mails.list(at, page), key)
  return {
    mails: rows.map((mail) => ({
      id: mail.id,
      ...readMail(tenant, mail),
      createdAt: mail.createdAt,
      expiresAt: mail.expiresAt,
    })),
    total: await mails.count(at),
    ...next,
  }
}
