import type { Connection, Intake } from '#shared/model/connection.ts'
import { ConnectionId, makeId } from '#shared/model/ids.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { nothingRetired } from '#shared/model/retired-certificates.ts'
import { claimNamesOf } from './claim-names-of.ts'

/** @param random `ID_BYTES` bytes from a cryptographic source */
export function createConnection(intake: Intake, now: Date, random: Uint8Array): Connection {
  const createdAt = now.toISOString()
  return {
    id: makeId(ConnectionId, 'conn', random),
    createdAt,
    updatedAt: createdAt,
    intake,
    identityProvider: null,
    serviceProvider: null,
    openidProvider: null,
    openidClient: null,
    retired: nothingRetired,
    mapping: claimNamesOf(intake.protocol),
    policy: defaultJudgingPolicy,
    publication: null,
  }
}
