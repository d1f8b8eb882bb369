import { Identity } from '#shared/model/identity.ts'
import type { AttemptId } from '#shared/model/ids.ts'
import { findConnection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import { startSession } from '../sessions/start-session.ts'
import type { RefusalReason } from './accept-result.ts'
import { admit } from './admit.ts'
import { authenticationOf } from './authentication-of.ts'
import { readFacts } from './read-facts.ts'

export type OfferResult =
  | { readonly kind: 'signed-in'; readonly sessionToken: string; readonly expiresAt: Date }
  /** Things have changed since the question was asked. */
  | { readonly kind: 'refused'; readonly because: RefusalReason; readonly attemptId: AttemptId }
  | { readonly kind: 'gone' }

interface Accepting {
  readonly handle: string
  /** SHA-256 of this browser's pre-login cookie. */
  readonly browserSha256: string
  readonly now: Date
}

/** The person wants the account that the new-account screen offered: everything is asked again, and the account made. */
export function acceptOffer(tenant: Tenant, { handle, browserSha256, now }: Accepting): Promise<OfferResult> {
  return tenant.stores.inTransaction(async (stores): Promise<OfferResult> => {
    const offer = await stores.accountOffers.take(tokenSha256(handle), now.toISOString())
    if (offer === undefined || offer.browserSha256 !== browserSha256) return { kind: 'gone' }
    const { attemptId, sessionEndsAt, connectionId } = offer
    const connection = await findConnection(stores, connectionId)
    if (connection === undefined || !connection.enabled) return { kind: 'gone' }
    const identity = Identity.parse(JSON.parse(offer.identity))
    const facts = await readFacts(stores, connection, identity, now)
    const signIn = { connection, identity, now, random: tenant.random }
    const admitted = await admit(stores, facts, signIn, { wantsAccount: true })
    const refused =
      admitted.kind === 'admitted' ? undefined : admitted.kind === 'refused' ? admitted.because : 'no-account'
    const userId = admitted.kind === 'admitted' ? admitted.userId : null
    await stores.signInAttempts.add({
      ...{ id: attemptId, connectionId, flowId: null, userId, at: now.toISOString(), codes: [] },
      ...{ result: refused === undefined ? 'accepted' : 'refused', reason: refused ?? null },
    })
    if (userId === null) return { kind: 'refused', because: refused ?? 'no-account', attemptId }
    const { nameId, nameIdFormat, sessionIndex } = identity
    const name = { nameId, nameIdFormat, sessionIndex, authnContext: authenticationOf(identity) }
    const signedIn = { way: 'single-sign-on', userId, connectionId, ...name, sessionEndsAt } as const
    return { kind: 'signed-in', ...(await startSession({ ...tenant, stores }, signedIn, now)) }
  })
}
