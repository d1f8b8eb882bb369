import { endOfToken, isEmptyTag, localNameAt, tokenKindAt } from './tokens.ts'

/** One element that was cut out, from its `<` to its last `>`. */
export interface Piece {
  readonly bytes: Uint8Array
  /** Bytes before it in the whole. */
  readonly offset: number
  /** Line of its first byte, from 1. */
  readonly line: number
  /** Start tags of the elements around it, the outermost first, as written. */
  readonly around: readonly string[]
}

export interface Splitting {
  /** Local names of the elements that may stand around what is cut out. */
  readonly containers: ReadonlySet<string>
  /** Local name of what is cut out. */
  readonly cut: string
  /** What stands in the rest for the first piece of every container. */
  readonly placeholder: string
  /** Largest piece, tag or comment, in bytes. */
  readonly most: number
}

/** A piece, or something between pieces, is larger than anything honest. */
export class PieceTooLarge extends Error {
  override readonly name = 'PieceTooLarge'
}

const LINE_FEED = 0x0a

/**
 * Cuts repeated elements out of a long document as its bytes come, and keeps the rest. It follows tags, comments, CDATA sections and
 * processing instructions and judges nothing: pieces and rest are each given to the strict parse, and where both are well-formed
 * the whole was, for an element's content does not depend on what stands beside it.
 */
export class ElementSplitter {
  readonly #how: Splitting
  #bytes: Buffer = Buffer.alloc(0)
  /** Bytes that have left `#bytes`. */
  #before = 0
  #position = 0
  #line = 1
  #lineAt = 0
  readonly #open: { readonly local: string; readonly tag: string; hasPieces: boolean }[] = []
  /** Depth inside the piece being read; 0 between pieces. */
  #depth = 0
  #pieceStart = 0
  #restStart = 0
  readonly #rest: Uint8Array[] = []

  constructor(how: Splitting) {
    this.#how = how
  }

  /** @throws {PieceTooLarge} */
  push(chunk: Uint8Array): Piece[] {
    this.#forget()
    this.#bytes = Buffer.concat([this.#bytes, chunk])
    const pieces: Piece[] = []
    for (;;) {
      const start = this.#bytes.indexOf(0x3c, this.#position)
      if (start === -1) {
        this.#position = this.#bytes.length
        return pieces
      }
      const end = endOfToken(this.#bytes, start)
      if (end === undefined) {
        this.#position = start
        if (this.#bytes.length - start > this.#how.most) throw new PieceTooLarge()
        return pieces
      }
      this.#position = end
      const piece = this.#token(start, end)
      if (piece !== undefined) pieces.push(piece)
    }
  }

  /** What is left once every piece is cut out; lines are where they were. */
  end(): Uint8Array {
    if (this.#depth > 0) this.#keep(this.#pieceStart)
    this.#keep(this.#bytes.length)
    return Buffer.concat(this.#rest)
  }

  /** Lets go of what has been read, but for a piece that has only begun. */
  #forget(): void {
    if (this.#depth === 0) this.#keep(this.#position)
    const from = this.#depth > 0 ? this.#pieceStart : this.#position
    if (this.#bytes.length - from > this.#how.most) throw new PieceTooLarge()
    this.#countLines(from)
    this.#bytes = this.#bytes.subarray(from)
    this.#before += from
    this.#position -= from
    this.#pieceStart -= from
    this.#restStart = Math.max(0, this.#restStart - from)
    this.#lineAt = 0
  }

  #keep(until: number): void {
    if (until > this.#restStart) this.#rest.push(new Uint8Array(this.#bytes.subarray(this.#restStart, until)))
    this.#restStart = Math.max(this.#restStart, until)
  }

  #token(start: number, end: number): Piece | undefined {
    const kind = tokenKindAt(this.#bytes, start)
    if (kind === 'other') return undefined
    if (kind === 'end') return this.#close(end)
    const isEmpty = isEmptyTag(this.#bytes, end)
    if (this.#depth > 0) {
      if (!isEmpty) this.#depth += 1
      return undefined
    }
    const local = localNameAt(this.#bytes, start + 1)
    const isInside = this.#open.length > 0 && this.#open.every((element) => this.#how.containers.has(element.local))
    if (local === this.#how.cut && isInside) {
      this.#pieceStart = start
      this.#keep(start)
      if (isEmpty) return this.#finish(end)
      this.#depth = 1
      return undefined
    }
    if (!isEmpty) this.#open.push({ local, tag: this.#bytes.toString('utf8', start, end), hasPieces: false })
    return undefined
  }

  #close(end: number): Piece | undefined {
    if (this.#depth === 0) {
      this.#open.pop()
      return undefined
    }
    this.#depth -= 1
    return this.#depth === 0 ? this.#finish(end) : undefined
  }

  #finish(end: number): Piece {
    const bytes = new Uint8Array(this.#bytes.subarray(this.#pieceStart, end))
    this.#countLines(this.#pieceStart)
    const piece = {
      bytes,
      offset: this.#before + this.#pieceStart,
      line: this.#line,
      around: this.#open.map(({ tag }) => tag),
    }
    const container = this.#open.at(-1)
    const lineBefore = this.#line
    this.#countLines(end)
    const lines = '\n'.repeat(this.#line - lineBefore)
    this.#rest.push(Buffer.from(container?.hasPieces === false ? this.#how.placeholder + lines : lines))
    if (container !== undefined) container.hasPieces = true
    this.#restStart = end
    return piece
  }

  #countLines(until: number): void {
    for (;;) {
      const at = this.#bytes.indexOf(LINE_FEED, this.#lineAt)
      if (at === -1 || at >= until) break
      this.#line += 1
      this.#lineAt = at + 1
    }
    this.#lineAt = Math.max(this.#lineAt, until)
  }
}
