/** The reason of an error that a room's door throws by this name; undefined for every other. A door does not export its errors. */
export function reasonOf(error: unknown, name: string): string | undefined {
  if (!(error instanceof Error) || error.name !== name || !('reason' in error)) return undefined
  return typeof error.reason === 'string' ? error.reason : undefined
}
