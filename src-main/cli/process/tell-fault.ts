import { type ExitCode, exitCode } from './exit-code.ts'

/** Something happened that no one foresaw: whoever called must not take it for a verdict. @returns what the process says */
export function tellFault(error: unknown, note: (text: string) => void): ExitCode {
  note('claimcheck: a fault inside the program. Please report it with what follows.')
  note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return exitCode.internal
}
