import { Worker } from 'node:worker_threads'
import type { EntityListing } from '#shared/model/aggregate.ts'
import type { EntityHelper } from '../../judge-aggregate.ts'
import type { MetadataContext } from '../../metadata/entity-context.ts'
import type { EntityPiece } from '../judge-piece.ts'
import { FromWorker, type ToWorker, type WorkerSettings } from './messages.ts'

export interface EntityWorker extends EntityHelper {
  /** Ends it at once; what it was judging is rejected. */
  stop(): Promise<void>
}

interface Waiting {
  readonly resolve: (listings: readonly EntityListing[]) => void
  readonly reject: (error: Error) => void
}

/**
 * A worker that judges like `context` says.
 * @param file of the built entry `entity-worker`
 */
export function startEntityWorker(file: string | URL, context: MetadataContext): EntityWorker {
  const worker = new Worker(file, {
    workerData: settingsOf(context),
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 32 },
  })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let failure: Error | undefined
  const failAll = (error: Error) => {
    failure ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    worker.unref()
  }
  worker.on('message', (data) => {
    const { id, listings } = FromWorker.parse(data)
    waiting.get(id)?.resolve(listings)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  })
  worker.on('error', failAll)
  worker.on('exit', () => failAll(new Error('the worker ended')))
  worker.unref()
  return {
    judge: (pieces, frame) =>
      new Promise((resolve, reject) => {
        // To one that has ended nothing can be said: nobody would answer.
        if (failure !== undefined) return reject(failure)
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        worker.ref()
        const message: ToWorker = { id: lastId, frame: copyOf(frame), pieces: pieces.map(own) }
        worker.postMessage(
          message,
          message.pieces.map(({ bytes }) => bytes.buffer),
        )
      }),
    stop: async () => {
      await worker.terminate()
    },
  }
}

/** Each piece has memory of its own, which is handed over: nothing is copied. */
const own = (piece: EntityPiece) => ({ ...piece, bytes: piece.bytes as Uint8Array<ArrayBuffer> })

const copyOf = (frame: Parameters<EntityHelper['judge']>[1]): ToWorker['frame'] => ({
  namespaces: frame.namespaces.map(({ prefix, uri }) => ({ prefix, uri })),
  validity: frame.validity.map(({ validUntil, cacheDuration }) => ({
    ...(validUntil !== undefined && { validUntil }),
    ...(cacheDuration !== undefined && { cacheDuration }),
  })),
})

const settingsOf = ({ now, mode, role, schemaValidator, trustedCertificates }: MetadataContext): WorkerSettings => ({
  now: now.toISOString(),
  mode,
  ...(role !== undefined && { role }),
  withSchema: schemaValidator !== undefined,
  ...(trustedCertificates !== undefined && {
    trustedCertificates: trustedCertificates.map(({ summary }) => summary.pem),
  }),
})
