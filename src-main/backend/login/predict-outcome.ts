import type { Identity } from '#shared/model/identity.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { Connection } from '../connections/connection.ts'
import type { Stores } from '../storage/stores.ts'
import { decideOutcome } from './decide-outcome.ts'
import { readFacts } from './read-facts.ts'

/** What a sign-in would do to this person's account. Nothing is written. */
export const predictOutcome = async (
  stores: Stores,
  connection: Connection,
  identity: Identity,
  now: Date,
): Promise<Outcome> => decideOutcome(await readFacts(stores, connection, identity, now))
