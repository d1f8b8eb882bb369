import type { Console } from './console.ts'
import type { ExitCode } from './exit-code.ts'

/** Runs a command's body with the process around it. */
export type Run = (body: (console: Console) => Promise<ExitCode>) => Promise<void>
