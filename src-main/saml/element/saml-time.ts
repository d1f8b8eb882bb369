/**
 * Milliseconds since 1970 of an xs:dateTime in UTC (SAML Core §1.3.3), as `YYYY-MM-DDThh:mm:ss(.f)Z`; undefined for anything else. A
 * lenient parser would turn "never" into NaN, and every comparison with NaN is false: such a message would never expire. Digit by
 * digit, for a judgement reads a dozen times and a pattern took a twentieth of it.
 */
export function parseSamlTime(text: string): number | undefined {
  const written = text.trim()
  const end = written.length - 1
  if (end < 19 || written[end] !== 'Z' || !hasMarks(written)) return undefined
  const year = numberIn(written, 0, 4)
  const month = numberIn(written, 5, 7)
  const day = numberIn(written, 8, 10)
  const hour = numberIn(written, 11, 13)
  const minute = numberIn(written, 14, 16)
  const second = numberIn(written, 17, 19)
  const isReal = year >= 0 && day >= 1 && day <= daysIn(month, year) && hour < 24 && minute < 60 && second < 60
  const milliseconds = isReal ? millisecondsIn(written, end) : Number.NaN
  if (Number.isNaN(milliseconds)) return undefined
  // `Date.UTC` takes the years before 100 for those of the twentieth century; the calendar repeats after 400.
  return Date.UTC(year + 400, month - 1, day, hour, minute, second, milliseconds) - FOUR_CENTURIES
}

const FOUR_CENTURIES = 146_097 * 86_400_000

const hasMarks = (text: string) =>
  text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':' && text[16] === ':'

/** NaN where anything else than a digit stands there. */
function numberIn(text: string, from: number, to: number): number {
  let number = 0
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** Of the fraction, which has any number of digits but at least one; 0 where there is none. */
function millisecondsIn(text: string, end: number): number {
  if (end === 19) return 0
  if (text[19] !== '.' || end === 20 || Number.isNaN(numberIn(text, 20, end))) return Number.NaN
  return numberIn(text.slice(20, Math.min(end, 23)).padEnd(3, '0'), 0, 3)
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** None where there is no such month. */
function daysIn(month: number, year: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeapYear ? 29 : (DAYS[month - 1] ?? 0)
}
