import type { Kysely } from 'kysely'
import type { AttemptId, ConnectionId, OrganisationId, UserId } from '#shared/model/ids.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

export interface SignInHandle {
  readonly handleSha256: string
  readonly purpose: 'finish' | 'confirm'
  readonly userId: UserId
  readonly connectionId: ConnectionId
  /** Null where nobody asked for this login (IdP-initiated). */
  readonly browserSha256: string | null
  readonly attemptId: AttemptId
  readonly nameId: string
  readonly nameIdFormat: string | null
  readonly sessionIndex: string | null
  /** How the identity provider says it made sure of the person. */
  readonly authnContext: string | null
  /** The identity provider's own limit for the session (SessionNotOnOrAfter). */
  readonly sessionEndsAt: string | null
  readonly expiresAt: string
}

const add = preparedQuery<SignInHandle & { organisationId: OrganisationId }>()((db, value) => {
  const handle = value.of('handleSha256', 'organisationId', 'purpose', 'userId', 'connectionId', 'browserSha256')
  const session = value.of('attemptId', 'nameId', 'nameIdFormat', 'sessionIndex', 'authnContext', 'sessionEndsAt')
  return db.insertInto('signInHandles').values({ ...handle, ...session, expiresAt: value('expiresAt') })
})

type Taking = Pick<SignInHandle, 'handleSha256' | 'purpose'> & { readonly tenant: OrganisationId }

const take = preparedQuery<Taking>()((db, value) =>
  db
    .deleteFrom('signInHandles')
    .where('organisationId', '=', value('tenant'))
    .where('handleSha256', '=', value('handleSha256'))
    .where('purpose', '=', value('purpose'))
    .returningAll(),
)

export const signInHandleStore = (db: Kysely<Tables>, tenant: OrganisationId) => ({
  async add(handle: SignInHandle): Promise<void> {
    await add.run(db, { ...handle, organisationId: tenant })
  },

  /** Takes it away: whoever comes second gets nothing. An expired one is taken away too, and not given. */
  async take(handleSha256: string, purpose: SignInHandle['purpose'], now: string): Promise<SignInHandle | undefined> {
    const row = await take.first(db, { tenant, handleSha256, purpose })
    return row !== undefined && row.expiresAt > now ? row : undefined
  },
})
