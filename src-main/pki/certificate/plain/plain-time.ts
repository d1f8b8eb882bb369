import { type DerCursor, NotPlain } from './der-cursor.ts'

const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18

/** A moment (RFC 5280 §4.1.2.5) in ISO 8601. @throws {NotPlain} */
export function plainTime(cursor: DerCursor): string {
  const isShort = cursor.tag === UTC_TIME
  const text = cursor.take(isShort ? UTC_TIME : GENERALIZED_TIME).toString('latin1')
  const parts = (isShort ? SHORT : LONG).exec(text)
  if (parts === null) throw new NotPlain()
  const [, year = '', month, day, hour, minute, second] = parts
  const century = isShort ? (Number(year) >= 50 ? '19' : '20') : ''
  const iso = `${century}${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const time = Date.parse(iso)
  // The thirtieth of February, say.
  if (Number.isNaN(time) || new Date(time).toISOString() !== iso) throw new NotPlain()
  return iso
}

const SHORT = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
const LONG = /^([12]\d{3})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
