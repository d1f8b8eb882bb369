const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?Z$/

/**
 * Milliseconds since 1970 of an xs:dateTime in UTC (SAML Core §1.3.3); undefined for anything else. A lenient parser would
 * turn "never" into NaN, and every comparison with NaN is false: such a message would never expire.
 */
export function parseSamlTime(text: string): number | undefined {
  const parts = form.exec(text.trim())
  if (parts === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  const milliseconds = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3))
  const time = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds)
  const read = new Date(time)
  const real = read.getUTCMonth() === month - 1 && read.getUTCDate() === day && read.getUTCHours() === hour
  return real && minute < 60 && second < 60 ? time : undefined
}
