import { lineAndColumn } from '../tree/place.ts'

/** Why text was not turned into a tree. Each is a finding's last word. */
export type XmlRefusal =
  | 'empty'
  | 'too-large'
  | 'not-utf-8'
  | 'encoding-declared'
  | 'version-declared'
  | 'not-well-formed'
  | 'doctype'
  | 'processing-instruction'
  | 'too-deep'
  | 'too-many-elements'
  | 'too-many-attributes'

/** The text is not XML as we accept it. `detail` is the parser's word on it; line and column count from 1. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused'
  readonly refusal: XmlRefusal
  readonly detail: string
  readonly line: number
  readonly column: number

  constructor(refusal: XmlRefusal, detail: string, source = '', offset = 0) {
    super(`${refusal}: ${detail}`)
    this.refusal = refusal
    this.detail = detail
    const place = lineAndColumn(source, offset)
    this.line = place.line
    this.column = place.column
  }
}
