/** The command was called wrongly, or something it was pointed to cannot be read: exit code 2. The message is a sentence for people. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
