import { type DerCursor, NotPlain } from './der-cursor.ts'

const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18

/** A moment (RFC 5280 §4.1.2.5) in ISO 8601. @throws {NotPlain} */
export function plainTime(cursor: DerCursor): string {
  const isShort = cursor.tag === UTC_TIME
  const text = cursor.take(isShort ? UTC_TIME : GENERALIZED_TIME).toString('latin1')
  const parts = (isShort ? SHORT : LONG).exec(text)
  if (parts === null) throw new NotPlain()
  const [, years = '', month = '', day = '', hour = '', minute = '', second = ''] = parts
  const year = isShort ? `${Number(years) >= 50 ? '19' : '20'}${years}` : years
  const exists = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
  if (!exists || hour > '23' || minute > '59' || second > '59') throw new NotPlain()
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** None in a month that there is not. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return (days[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0)
}

const SHORT = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
const LONG = /^([12]\d{3})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
