import { UsageError } from '../process/usage-error.ts'

const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

/** A moment as RFC 3339 writes it; a day the calendar does not have is refused rather than moved. */
export function parseInstant(text: string): Date {
  const [, year, month, day] = rfc3339.exec(text) ?? []
  const instant = new Date(text.toUpperCase())
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (day === undefined || Number.isNaN(instant.getTime()) || Number(day) > lastDay) {
    throw new UsageError(`--at takes a moment such as 2026-11-22T08:00:00Z, not "${text}".`)
  }
  return instant
}
