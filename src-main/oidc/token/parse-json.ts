export type Json = string | number | boolean | null | readonly Json[] | JsonObject
/** Without a prototype: no name in a message means more than its value. */
export interface JsonObject {
  readonly [name: string]: Json | undefined
}

export interface ParsedJson {
  readonly value: Json
  /** Where each value begins, by JSON Pointer (RFC 6901), in UTF-16 code units. */
  readonly offsets: ReadonlyMap<string, number>
  /** Pointers of members whose name stood before in the same object. */
  readonly duplicates: readonly string[]
}

export class JsonRefused extends Error {
  override readonly name = 'JsonRefused'
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** Deeper than any token or discovery document; the stack bears far more. */
const DEEPEST = 40

const space = /[ \t\n\r]*/y
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
const words: Readonly<Record<string, Json>> = { true: true, false: false, null: null }

/**
 * Parses RFC 8259 JSON and nothing else, once, remembering where each value stands and which members are given twice: a parser
 * that keeps the last says nothing of the first, and another reader may have taken that.
 * @throws {JsonRefused}
 */
export function parseJson(text: string): ParsedJson {
  const reader = new JsonReader(text)
  const value = reader.document()
  return { value, offsets: reader.offsets, duplicates: reader.duplicates }
}

class JsonReader {
  readonly offsets = new Map<string, number>()
  readonly duplicates: string[] = []
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): Json {
    const value = this.#value('', 0)
    this.#match(space)
    if (this.#at < this.#text.length) throw this.#refusal('Something follows the end of the JSON.')
    return value
  }

  #value(pointer: string, depth: number): Json {
    this.#match(space)
    this.offsets.set(pointer, this.#at)
    if (depth > DEEPEST) throw this.#refusal('The JSON is nested too deeply.')
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(pointer, depth)
      case '[':
        return this.#array(pointer, depth)
      case '"':
        return this.#string()
    }
    const named = this.#match(word)
    if (named !== undefined) return words[named] ?? null
    const digits = this.#match(number)
    if (digits === undefined) throw this.#refusal('A JSON value was expected here.')
    return Number(digits)
  }

  #object(pointer: string, depth: number): JsonObject {
    const object: Record<string, Json> = Object.create(null)
    this.#at += 1
    if (this.#took('}')) return object
    do {
      this.#match(space)
      const name = this.#string()
      const member = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (name in object) this.duplicates.push(member)
      this.#take(':')
      object[name] = this.#value(member, depth + 1)
    } while (this.#took(','))
    this.#take('}')
    return object
  }

  #array(pointer: string, depth: number): Json[] {
    const items: Json[] = []
    this.#at += 1
    if (this.#took(']')) return items
    do items.push(this.#value(`${pointer}/${items.length}`, depth + 1))
    while (this.#took(','))
    this.#take(']')
    return items
  }

  #string(): string {
    const literal = this.#match(string)
    if (literal === undefined) throw this.#refusal('A JSON string was expected here.')
    return literal.includes('\\') ? JSON.parse(literal) : literal.slice(1, -1)
  }

  #took(character: string): boolean {
    this.#match(space)
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #take(character: string): void {
    if (!this.#took(character)) throw this.#refusal(`“${character}” was expected here.`)
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at = pattern.lastIndex
    return found
  }

  #refusal = (message: string) => new JsonRefused(message, this.#at)
}
