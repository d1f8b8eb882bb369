import { recordEvent } from '../audit/record-event.ts'
import { type SsoDemand, ssoDemand } from '../policy/sso-demand.ts'
import type { FoundSession } from '../sessions/find-session.ts'
import { hashPassword } from './hash-password.ts'

/** A session that a link began may set a password this long: afterwards it proves no more that the mailbox is at hand. */
const FRESH_MINUTES = 15
const MINUTE = 60_000

export const MOST_PASSWORD_CHARACTERS = 1_000
export const FEWEST_PASSWORD_CHARACTERS = 8

export type SetPasswordResult =
  | { readonly kind: 'set' }
  /** Another link by mail comes first. */
  | { readonly kind: 'not-fresh' }
  | { readonly kind: 'sso-required'; readonly demand: SsoDemand }

/** Only who has just shown that the mailbox is theirs sets a password: a session left open somewhere does not. */
export const maySetPassword = ({ session }: Pick<FoundSession, 'session'>, now: Date): boolean =>
  (session.way === 'link' || session.way === 'invitation') &&
  now.getTime() - Date.parse(session.createdAt) < FRESH_MINUTES * MINUTE

/** Ends the person's other sessions: whoever had the old password is out. */
export async function setPassword(found: FoundSession, password: string, now: Date): Promise<SetPasswordResult> {
  const { tenant, user, session } = found
  if (!maySetPassword(found, now)) return { kind: 'not-fresh' }
  const demand = await ssoDemand(tenant, user.email, 'password', now)
  if (demand !== undefined) return { kind: 'sso-required', demand }
  const passwordHash = await hashPassword(password, tenant.random)
  await tenant.stores.inTransaction(async (stores) => {
    await stores.users.change(user.id, { passwordHash })
    const ended = await stores.sessions.endAllOf(user.id, now.toISOString(), session.id)
    const happening = {
      actor: { kind: 'user', id: user.id },
      action: 'sso.password.changed',
      subjectId: user.id,
    } as const
    await recordEvent(stores, { ...happening, details: { sessionsEnded: ended } }, { ...tenant, now })
  })
  return { kind: 'set' }
}
