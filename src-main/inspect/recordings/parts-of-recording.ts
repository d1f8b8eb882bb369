import { createHash } from 'node:crypto'
import type { InspectedKind, InspectedPart } from '#shared/model/inspection.ts'
import type { Described } from '../describe/thing.ts'
import { inspectionLimits } from '../inspection-limits.ts'
import { lookAt } from '../look/look-at.ts'
import type { Look } from '../look/shape.ts'
import type { Carried } from './carried-in.ts'

/** What was not seen to belong to a sign-in is not worth showing. */
const others: ReadonlySet<InspectedKind> = new Set<InspectedKind>([
  'text',
  'binary',
  'empty',
  'json',
  'web-page',
  'address',
])

/** Messages taken out of a recording, each judged once however often it was sent. */
export class PartsOfRecording {
  readonly found: InspectedPart[] = []
  wereMore = false
  readonly #describe: (look: Look) => Promise<Described>
  readonly #seen = new Map<string, readonly number[]>()

  constructor(describe: (look: Look) => Promise<Described>) {
    this.#describe = describe
  }

  /** @returns indexes into `found` */
  async take(carried: readonly Carried[], number: number): Promise<number[]> {
    const indexes: number[] = []
    for (const each of carried) indexes.push(...(await this.#takeOne(each, number)))
    return [...new Set(indexes)]
  }

  async #takeOne({ name, text, key }: Carried, number: number): Promise<readonly number[]> {
    const digest = createHash('sha256').update(key).digest('base64')
    const seen = this.#seen.get(digest)
    if (seen !== undefined) return seen
    if (this.found.length >= inspectionLimits.parts) {
      this.wereMore = true
      return []
    }
    const indexes = await this.#add(name, text, number)
    this.#seen.set(digest, indexes)
    return indexes
  }

  async #add(name: string, text: string, number: number): Promise<number[]> {
    const { thing, parts } = await this.#describe(lookAt(Buffer.from(text)))
    if (others.has(thing.kind)) return []
    const place = `request ${number}, ${name}`
    const start = this.found.length
    this.found.push({ ...thing, place }, ...parts.map((part) => ({ ...part, place: `${place}, ${part.place}` })))
    return Array.from({ length: this.found.length - start }, (_, index) => start + index)
  }
}
