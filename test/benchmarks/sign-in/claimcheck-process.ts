import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBackend } from '#main/backend/backend.ts'
import type { ConnectionId, OrganisationId } from '#shared/model/ids.ts'
import { type Population, populate } from './populate.ts'
import { answerQuestions, processorTime } from './process.ts'

/** The backend as it is served, limits out of the way: one address makes all the requests. */
export async function runClaimcheck(): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'claimcheck-benchmark-'))
  const plenty = 1_000_000_000
  const backend = await openBackend({
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    encryptionKey: randomBytes(32),
    clock: () => new Date(),
    random: (bytes) => randomBytes(bytes),
    log: ({ event, cause }) => process.stderr.write(`${event} ${cause instanceof Error ? cause.stack : ''}\n`),
    rateLimits: { api: plenty, signIn: plenty, callback: plenty },
  })
  answerQuestions({
    open: async () => ({
      url: backend.url,
      ...(await backend.initialise({ organisation: 'Acme', owner: 'owner@acme.example' })),
    }),
    populate: (population: Population & { orgId: OrganisationId; connectionId: ConnectionId }) =>
      populate(dataFolder, population.orgId, population),
    used: processorTime,
    stop: async () => {
      await backend.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  })
}
