import { createHash } from 'node:crypto'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { Tenant } from '../installation.ts'
import { minutesLater } from '../login/lifetimes.ts'
import { SecretDamaged, type SecretPlace } from '../secrets/sealer.ts'
import { SESSION_HOURS } from '../sessions/lifetimes.ts'

/** Whose session at which provider it is of. */
interface OfSession {
  readonly connectionId: ConnectionId
  readonly nameId: string
  readonly sessionIndex: string | null
}

type At = Pick<Tenant, 'id' | 'stores' | 'sealer'>

/** A provider asks for it when the person signs out (`id_token_hint`): without it, some ask the person, and some refuse. */
export async function keepIdToken({ id: tenant, stores, sealer }: At, of: OfSession, token: string, now: Date) {
  const id = idOf(of)
  await stores.idTokens.put({
    id,
    connectionId: of.connectionId,
    tokenSealed: sealer.seal(place(tenant, id), Buffer.from(token, 'utf8')),
    expiresAt: minutesLater(now, SESSION_HOURS * 60).toISOString(),
  })
}

/** One that does not open any more keeps nobody from signing out: the provider asks the person then. */
export async function takeIdToken({ id: tenant, stores, sealer }: At, of: OfSession): Promise<string | undefined> {
  const id = idOf(of)
  const kept = await stores.idTokens.take(id)
  try {
    return kept && Buffer.from(sealer.open(place(tenant, id), kept.tokenSealed)).toString('utf8')
  } catch (error) {
    if (error instanceof SecretDamaged) return undefined
    throw error
  }
}

const idOf = ({ connectionId, nameId, sessionIndex }: OfSession) =>
  createHash('sha256')
    .update(JSON.stringify([connectionId, nameId, sessionIndex]))
    .digest('hex')

const place = (tenant: string, record: string): SecretPlace => ({ tenant, record, column: 'id_token' })
