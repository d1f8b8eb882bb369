import type { z } from 'zod'
import type { predictOutcome as route } from '#shared/http-api/outcome.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { AdminContext } from '../admin-context.ts'
import { findConnection } from '../connections/connection.ts'
import { predictOutcome } from '../login/predict-outcome.ts'
import { Refused } from '../refusals/refused.ts'

/** A person nobody has met: a NameID that no identity provider has sent. */
const UNKNOWN = ''

/** What a sign-in of this person would do. @throws {Refused} `provider.not-found`, for another organisation's too */
export async function askOutcome(
  { tenant, now }: AdminContext,
  id: ConnectionId,
  { email, nameId = UNKNOWN, groups }: z.output<(typeof route)['body']>,
): Promise<{ outcome: Outcome }> {
  const connection = await findConnection(tenant.stores, id)
  if (connection === undefined) throw new Refused('provider.not-found')
  const person = {
    ...{ nameId, nameIdFormat: null, issuer: '', sessionIndex: null, authnContext: null, attributes: {} },
    profile: { email, givenName: null, familyName: null, groups: groups ?? null },
  }
  return { outcome: await predictOutcome(tenant.stores, connection, person, now) }
}
