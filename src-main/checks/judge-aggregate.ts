import { type Piece, PieceTooLarge } from '#main/xml/split/element-splitter.ts'
import type { AggregateJudgement, AggregateProgress, EntityListing } from '#shared/model/aggregate.ts'
import { countFindings } from './aggregate/count-findings.ts'
import { entitySplitter } from './aggregate/entity-splitter.ts'
import type { Frame } from './aggregate/frame.ts'
import { frameOf } from './aggregate/frame.ts'
import { type EntityPiece, listPieces } from './aggregate/judge-piece.ts'
import { type JudgedRest, judgeRest, noFacts, tooLarge } from './aggregate/judge-rest.ts'
import { judgeSignatureOver } from './aggregate/judge-signature-over.ts'
import type { MetadataContext } from './metadata/entity-context.ts'
import { rememberCertificates } from './metadata/read-certificates.ts'

/** Judges entities beside this thread, such as in a worker. */
export interface EntityHelper {
  /** Pieces are handed over: they are not used here any more. */
  judge(pieces: readonly EntityPiece[], frame: Frame): Promise<readonly EntityListing[]>
}

export interface AggregateOptions {
  /** Undefined: everything is judged in this thread. */
  readonly helper?: EntityHelper | undefined
  readonly onProgress?: ((progress: AggregateProgress) => void) | undefined
  /** The same bytes once more, for the signature over the whole; undefined: it is not checked. */
  readonly again?: (() => AsyncIterable<Uint8Array>) | undefined
  /** Stops between two batches; the judgement is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** Entities judged between two looks at the signal: some 20 ms of work. */
const BATCH = 25
/** Batches that wait in the helper: enough that it never starves. */
const WAITING = 3
const MOST_CERTIFICATES = 100

/**
 * Judges an aggregate of any length as its bytes come. Entities are cut out and judged one by one, here and by the helper;
 * a broken one is listed as such and stops nothing. Memory holds the list and what is being judged.
 * @param chunks UTF-8 as received
 */
export async function judgeAggregate(
  chunks: AsyncIterable<Uint8Array>,
  context: MetadataContext,
  { helper, onProgress, signal, again }: AggregateOptions = {},
): Promise<AggregateJudgement> {
  const run = new Run({ ...context, readCertificate: rememberCertificates(MOST_CERTIFICATES) }, helper)
  const splitter = entitySplitter()
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      signal?.throwIfAborted()
      bytes += chunk.length
      for (const piece of splitter.push(chunk)) {
        if (run.add(piece)) {
          await run.judgeBatch()
          signal?.throwIfAborted()
        }
      }
      onProgress?.({ step: 'entities', bytes, ...run.progress() })
    }
    await run.finish()
  } catch (error) {
    if (error instanceof PieceTooLarge) return run.judgement({ facts: noFacts, findings: [tooLarge(context)] })
    throw error
  }
  signal?.throwIfAborted()
  onProgress?.({ step: 'entities', bytes, ...run.progress() })
  const told = (read: number) => onProgress?.({ step: 'signature', bytes: read, ...run.progress() })
  const signature = await judgeSignatureOver(again && watched(again(), told, signal), context)
  return run.judgement(judgeRest(splitter.end(), run.listings(), signature, context))
}

async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  told: (bytes: number) => void,
  signal: AbortSignal | undefined,
) {
  let bytes = 0
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    yield chunk
    bytes += chunk.length
    told(bytes)
  }
}

class Run {
  readonly #context: MetadataContext
  readonly #helper: EntityHelper | undefined
  readonly #listings: EntityListing[] = []
  readonly #frames = new Map<string, Frame>()
  readonly #helping = new Set<Promise<void>>()
  #batch: EntityPiece[] = []
  #frame: Frame = { namespaces: [], validity: [] }
  #frameKey = ''
  #count = 0
  #invalid = 0

  constructor(context: MetadataContext, helper: EntityHelper | undefined) {
    this.#context = context
    this.#helper = helper
  }

  /** @returns whether a batch is full. */
  add({ around, ...piece }: Piece): boolean {
    const key = around.join('')
    if (key !== this.#frameKey || this.#count === 0) {
      // What is in the batch belongs to another container.
      this.#judgeHere()
      this.#frameKey = key
      this.#frame = this.#frames.get(key) ?? frameOf(around)
      this.#frames.set(key, this.#frame)
    }
    this.#batch.push({ ...piece, number: this.#count })
    this.#count += 1
    return this.#batch.length >= BATCH
  }

  async judgeBatch(): Promise<void> {
    if (this.#helper !== undefined && this.#helping.size < WAITING) {
      const pieces = this.#batch
      this.#batch = []
      const help = this.#helper.judge(pieces, this.#frame).then((listings) => this.#take(listings))
      this.#helping.add(help)
      // One that failed stays, for `finish` to tell.
      void help.then(
        () => this.#helping.delete(help),
        () => undefined,
      )
      return
    }
    this.#judgeHere()
    // The helper's answers and the signal are heard between two batches.
    await new Promise<void>((resolve) => setImmediate(resolve))
  }

  async finish(): Promise<void> {
    this.#judgeHere()
    await Promise.all(this.#helping)
  }

  listings(): EntityListing[] {
    return this.#listings.sort((left, right) => left.number - right.number)
  }

  progress() {
    return { entities: this.#listings.length, invalid: this.#invalid }
  }

  judgement({ facts, findings }: JudgedRest): AggregateJudgement {
    const isInvalid = this.#invalid > 0 || findings.some(({ severity }) => severity === 'error')
    const entities = this.listings()
    return { ...facts, verdict: isInvalid ? 'invalid' : 'valid', entities, findings, counts: countFindings(entities) }
  }

  #judgeHere(): void {
    const pieces = this.#batch
    this.#batch = []
    this.#take(listPieces(pieces, this.#frame, this.#context))
  }

  #take(listings: readonly EntityListing[]): void {
    for (const listing of listings) {
      this.#listings.push(listing)
      if (listing.verdict === 'invalid') this.#invalid += 1
    }
  }
}
