const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?Z$/

/**
 * Milliseconds since 1970 of an xs:dateTime in UTC (SAML Core §1.3.3); undefined for anything else. A lenient parser would
 * turn "never" into NaN, and every comparison with NaN is false: such a message would never expire.
 */
export function parseSamlTime(text: string): number | undefined {
  const parts = form.exec(text.trim())
  if (parts === null) return undefined
  const year = Number(parts[1])
  const month = Number(parts[2])
  const day = Number(parts[3])
  const hour = Number(parts[4])
  const minute = Number(parts[5])
  const second = Number(parts[6])
  const isReal = day >= 1 && day <= daysIn(month, year) && hour < 24 && minute < 60 && second < 60
  if (!isReal) return undefined
  const fraction = parts[7]
  const milliseconds = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3))
  // `Date.UTC` takes the years before 100 for those of the twentieth century.
  return year < 100 ? undefined : Date.UTC(year, month - 1, day, hour, minute, second, milliseconds)
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** None where there is no such month. */
function daysIn(month: number, year: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeapYear ? 29 : (DAYS[month - 1] ?? 0)
}
