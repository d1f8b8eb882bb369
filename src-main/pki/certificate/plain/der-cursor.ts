import { OBJECT_IDENTIFIER } from '../../der/read-der.ts'

/** What is not written as DER demands, or not as nearly all certificates are. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain'
}

/** Reads DER (X.690 §10) from front to back and accepts nothing else: shortest lengths only, and no octet left over. */
export class DerCursor {
  readonly #bytes: Buffer
  readonly #end: number
  #at: number

  constructor(bytes: Buffer, start = 0, end = bytes.length) {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
  }

  get isAtEnd(): boolean {
    return this.#at === this.#end
  }

  /** Undefined at the end. */
  get tag(): number | undefined {
    return this.isAtEnd ? undefined : this.#bytes[this.#at]
  }

  /** The inside of the next value, which must have this tag. @throws {NotPlain} */
  enter(tag: number): DerCursor {
    const start = this.#contentStart(tag)
    return new DerCursor(this.#bytes, start, this.#at)
  }

  /** The content octets of the next value, which must have this tag. @throws {NotPlain} */
  take(tag: number): Buffer {
    const start = this.#contentStart(tag)
    return this.#bytes.subarray(start, this.#at)
  }

  /** The content of an object identifier in hexadecimal (X.690 §8.19). @throws {NotPlain} */
  identifier(): string {
    const octets = this.take(OBJECT_IDENTIFIER)
    let isFirst = true
    for (const octet of octets) {
      if (isFirst && octet === 0x80) throw new NotPlain()
      isFirst = octet < 0x80
    }
    if (octets.length === 0 || !isFirst) throw new NotPlain()
    return octets.toString('hex')
  }

  /** The next value whole. @throws {NotPlain} */
  whole(tag: number): Buffer {
    const from = this.#at
    this.#contentStart(tag)
    return this.#bytes.subarray(from, this.#at)
  }

  /** @throws {NotPlain} where something is left */
  finish(): void {
    if (!this.isAtEnd) throw new NotPlain()
  }

  /** Goes behind the next value. @returns where its content begins */
  #contentStart(tag: number): number {
    if (this.#at + 2 > this.#end || this.#bytes[this.#at] !== tag) throw new NotPlain()
    const first = this.#bytes.readUInt8(this.#at + 1)
    const lengthOctets = first < 0x80 ? 0 : first & 0x7f
    // More than 65,535 octets is no plain certificate.
    if (first === 0x80 || lengthOctets > 2 || this.#at + 2 + lengthOctets > this.#end) throw new NotPlain()
    const length = lengthOctets === 0 ? first : this.#bytes.readUIntBE(this.#at + 2, lengthOctets)
    const isShortest = lengthOctets === 0 || length >= (lengthOctets === 1 ? 0x80 : 0x100)
    const start = this.#at + 2 + lengthOctets
    if (!isShortest || start + length > this.#end) throw new NotPlain()
    this.#at = start + length
    return start
  }
}
