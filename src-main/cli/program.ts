import { Command, CommanderError } from 'commander'
import { visibleText } from '#shared/comparison/visible-text.ts'
import { declareBackend } from './commands/backend.ts'
import { declareInspect } from './commands/inspect.ts'
import { declareLogout } from './commands/logout.ts'
import { declareMetadata } from './commands/metadata.ts'
import { declarePracticeIdp } from './commands/practice-idp.ts'
import { declareRequest } from './commands/request.ts'
import { declareResponse } from './commands/response.ts'
import { declareSp } from './commands/sp.ts'
import { declareToken } from './commands/token.ts'
import type { Console } from './process/console.ts'
import { type ExitCode, exitCode } from './process/exit-code.ts'
import type { Run } from './process/run.ts'
import { tellFault } from './process/tell-fault.ts'
import { UsageError } from './process/usage-error.ts'

/** By their names, in the order of the help. */
const commands = new Map([
  ['inspect', declareInspect],
  ['response', declareResponse],
  ['logout', declareLogout],
  ['request', declareRequest],
  ['token', declareToken],
  ['metadata', declareMetadata],
  ['backend', declareBackend],
  ['practice-idp', declarePracticeIdp],
  ['sp', declareSp],
])

/**
 * Runs one command line. Commands are declared here and loaded only when they run: a judging command loads no server.
 * @param words what stands after the program's name
 */
export async function runProgram(words: readonly string[], console: Console): Promise<ExitCode> {
  let code: ExitCode = exitCode.good
  const program = createProgram(words[0], console, async (body) => {
    code = await body(console)
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    return codeOf(error, console)
  }
}

/** @param asked the first word: where it is a command, the others need not be declared */
function createProgram(asked: string | undefined, console: Console, run: Run): Command {
  const program = new Command('claimcheck')
    .description('The SSO workbench on the command line. Data goes to standard output, messages to standard error.')
    .version(console.version)
    .showHelpAfterError('(--help shows what can be given)')
    .exitOverride()
    .configureOutput({
      writeOut: console.out,
      writeErr: (text) => console.note(text.replace(/\n$/, '')),
      getOutHelpWidth: () => console.paint.width,
      getErrHelpWidth: () => console.paint.width,
    })
    .helpCommand(false)
  const declared = commands.get(asked ?? '')
  for (const declare of declared === undefined ? commands.values() : [declared]) declare(program, run)
  return program
}

function codeOf(error: unknown, console: Console): ExitCode {
  // Commander has said why already, or has shown the help or version that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.good : exitCode.usage
  if (error instanceof UsageError) {
    console.note(`claimcheck: ${visibleText(error.message)}`)
    return exitCode.usage
  }
  return tellFault(error, console.note)
}
