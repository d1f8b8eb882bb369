import { SEQUENCE, SET } from '../../der/read-der.ts'
import { type DerCursor, NotPlain } from './der-cursor.ts'

/** Attribute types by the content of their object identifier, in hexadecimal, and what Node calls them. */
const types: ReadonlyMap<string, string> = new Map([
  ['550403', 'CN'],
  ['550406', 'C'],
  ['550407', 'L'],
  ['550408', 'ST'],
  ['55040a', 'O'],
  ['55040b', 'OU'],
  ['2a864886f70d010901', 'emailAddress'],
])

/** What is written the same in every notation: nothing that has to be escaped, and no white space at the edges. */
const text = /^[A-Za-z0-9._:/@()'*-]+(?: [A-Za-z0-9._:/@()'*-]+)*$/
const printable = /^[A-Za-z0-9.:/()'-]+(?: [A-Za-z0-9.:/()'-]+)*$/
/** By their tags: UTF8String, PrintableString, IA5String. */
const strings: ReadonlyMap<number, RegExp> = new Map([
  [0x0c, text],
  [0x13, printable],
  [0x16, text],
])

/** A Name (RFC 5280 §4.1.2.4) as Node writes it, an attribute a line. @throws {NotPlain} */
export function plainName(cursor: DerCursor): string {
  const name = cursor.enter(SEQUENCE)
  const lines: string[] = []
  while (!name.isAtEnd) {
    const set = name.enter(SET)
    const attribute = set.enter(SEQUENCE)
    const type = types.get(attribute.identifier())
    const tag = attribute.tag ?? 0
    const plain = strings.get(tag)
    if (type === undefined || plain === undefined) throw new NotPlain()
    const value = attribute.take(tag).toString('latin1')
    if (!plain.test(value)) throw new NotPlain()
    attribute.finish()
    set.finish()
    lines.push(`${type}=${value}`)
  }
  if (lines.length === 0) throw new NotPlain()
  return lines.join('\n')
}
