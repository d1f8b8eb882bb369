import { Identity } from '#shared/model/identity.ts'
import type { Role } from '#shared/model/outcome.ts'
import { findConnection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import { CONFIRM_MINUTES, minutesLater } from './lifetimes.ts'
import { predictOutcome } from './predict-outcome.ts'
import { addressOf } from './read-facts.ts'

export interface ShownOffer {
  readonly handle: string
  readonly email: string
  readonly organisation: string
  readonly role: Role
}

interface Showing {
  readonly handle: string
  /** SHA-256 of this browser's pre-login cookie. */
  readonly browserSha256: string
  readonly now: Date
}

/** Takes the handle that came by redirect and gives one of this browser alone: an address that was copied is worth nothing. */
export function showOffer(tenant: Tenant, { handle, browserSha256, now }: Showing): Promise<ShownOffer | undefined> {
  return tenant.stores.inTransaction(async (stores) => {
    const offer = await stores.accountOffers.take(tokenSha256(handle), now.toISOString())
    if (offer === undefined) return undefined
    if (offer.browserSha256 !== null && offer.browserSha256 !== browserSha256) return undefined
    const connection = await findConnection(stores, offer.connectionId)
    if (connection === undefined) return undefined
    const identity = Identity.parse(JSON.parse(offer.identity))
    const outcome = await predictOutcome(stores, connection, identity, now)
    const next = tokenText(tenant.random(TOKEN_BYTES))
    const expiresAt = minutesLater(now, CONFIRM_MINUTES).toISOString()
    await stores.accountOffers.add({ ...offer, handleSha256: tokenSha256(next), browserSha256, expiresAt })
    const role = outcome.kind === 'refused' ? 'member' : outcome.role
    return {
      handle: next,
      email: addressOf(identity) ?? '',
      organisation: (await stores.organisation.read()).name,
      role,
    }
  })
}
