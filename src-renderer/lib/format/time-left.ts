const SECONDS_IN_HOUR = 3_600

/** @returns such as `42:05`, `3 h 12 min` or `2 d 4 h`; `0:00` once it is over */
export function timeLeft(until: Date, now: Date): string {
  const seconds = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000))
  if (seconds < SECONDS_IN_HOUR) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  const hours = Math.floor(seconds / SECONDS_IN_HOUR)
  if (hours < 24) return `${hours} h ${Math.floor((seconds % SECONDS_IN_HOUR) / 60)} min`
  return `${Math.floor(hours / 24)} d ${hours % 24} h`
}
