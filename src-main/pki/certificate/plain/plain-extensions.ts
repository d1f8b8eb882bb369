import { OCTET_STRING, SEQUENCE } from '../../der/read-der.ts'
import { type DerCursor, NotPlain } from './der-cursor.ts'

const BOOLEAN = 0x01
const TRUE = Buffer.of(0xff)

/** Goes through Extensions (RFC 5280 §4.1.2.9), of which only their form counts. @throws {NotPlain} */
export function passExtensions(cursor: DerCursor): void {
  const extensions = cursor.enter(SEQUENCE)
  if (extensions.isAtEnd) throw new NotPlain()
  while (!extensions.isAtEnd) {
    const extension = extensions.enter(SEQUENCE)
    extension.identifier()
    if (extension.tag === BOOLEAN && !extension.take(BOOLEAN).equals(TRUE)) throw new NotPlain()
    extension.take(OCTET_STRING)
    extension.finish()
  }
}
