const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const steps = [
  { unit: 'minute', length: MINUTE, below: HOUR },
  { unit: 'hour', length: HOUR, below: DAY },
  { unit: 'day', length: DAY, below: 60 * DAY },
  { unit: 'month', length: 30.44 * DAY, below: 730 * DAY },
  { unit: 'year', length: 365.25 * DAY, below: Number.POSITIVE_INFINITY },
] as const

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

/** @returns such as `in 23 days` or `3 minutes ago`; `just now` within 45 seconds of it */
export function relativeTime(instant: Date, now: Date): string {
  const difference = instant.getTime() - now.getTime()
  const distance = Math.abs(difference)
  if (distance < 45 * SECOND) return 'just now'
  const step = steps.find(({ below }) => distance < below) ?? steps[4]
  const count = Math.max(1, Math.floor(distance / step.length))
  return words.format(difference < 0 ? -count : count, step.unit)
}
