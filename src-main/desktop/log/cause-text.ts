/** An error as one text, causes and all. */
export function causeText(cause: unknown, depth = 0): string {
  if (cause === undefined || depth > 5) return ''
  if (!(cause instanceof Error)) return typeof cause === 'string' ? cause : (JSON.stringify(cause) ?? String(cause))
  const own = cause.stack ?? `${cause.name}: ${cause.message}`
  return cause.cause === undefined ? own : `${own} — ${causeText(cause.cause, depth + 1)}`
}
