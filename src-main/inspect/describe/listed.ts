/** A text member, or a list of them in one line; null where it is neither. */
export function listed(value: unknown): string | null {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') || null : null
}
