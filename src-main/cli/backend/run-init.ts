import { ZodError } from 'zod'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode } from '../process/exit-code.ts'
import { UsageError } from '../process/usage-error.ts'
import { KEY_VARIABLE, loadOrMakeKey } from './encryption-key.ts'
import { openOrRefuse } from './open-or-refuse.ts'

export interface InitOptions {
  readonly organisation: string
  readonly owner: string
  readonly plan: 'free' | 'business' | 'enterprise'
  readonly dataDir: string
}

/** `claimcheck backend init`: makes an organisation and prints its API key, this once. */
export async function runInit(
  { organisation, owner, plan, dataDir }: InitOptions,
  console: Console,
): Promise<ExitCode> {
  const { random, clock } = console
  const { key, undo } = await loadOrMakeKey(dataDir, console.environment[KEY_VARIABLE], random)
  const backend = await openOrRefuse({
    ...{ dataFolder: dataDir, encryptionKey: key, clock, random },
    ...{ host: '127.0.0.1' as const, port: 0 },
  }).catch(async (error: unknown) => {
    await undo()
    throw error
  })
  try {
    const made = await backend.initialise({ organisation, owner, plan }).catch(refuseInput)
    console.out(`${JSON.stringify(made)}\n`)
    console.note('Keep the API key: it is not shown again.')
  } finally {
    await backend.stop()
  }
  return exitCode.good
}

/** The door checks what it is given with a schema; its first word on it is meant for people. */
function refuseInput(error: unknown): never {
  if (!(error instanceof ZodError)) throw error
  const [issue] = error.issues
  throw new UsageError(`--${String(issue?.path[0])}: ${issue?.message}`, { cause: error })
}
