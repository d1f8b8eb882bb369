import { judgeLogout } from '#main/checks/judge-logout.ts'
import type { LogoutContext } from '#main/checks/logout/logout-context.ts'
import { incomingMessage } from '#main/inspect/unpack/incoming-message.ts'
import { logoutVerdictWords } from '#shared/findings/verdict-words.ts'
import type { LogoutJudgement } from '#shared/model/message-judgement.ts'
import { fromFile, judgeInputs } from '../judging/judge-inputs.ts'
import { printJudged, type Showing } from '../judging/print-judged.ts'
import { MESSAGE_FILE_LIMIT } from '../message/file-limit.ts'
import type { Console } from '../process/console.ts'
import type { ExitCode } from '../process/exit-code.ts'
import { responseContext } from '../response/response-context.ts'
import type { ResponseOptions } from '../response/response-options.ts'

const showing: Showing<LogoutJudgement> = {
  command: 'logout',
  isGood: ({ verdict }) => verdict === 'accepted',
  words: ({ verdict }) => logoutVerdictWords[verdict],
  loadText: async () => (await import('../output/human/logout-text.ts')).logoutText,
}

/**
 * `claimcheck logout`: judges each logout message by the same options, those of `response`.
 * @throws {UsageError} before anything is printed
 */
export async function runLogout(
  words: readonly string[],
  options: ResponseOptions,
  console: Console,
): Promise<ExitCode> {
  const context = await logoutContext(options, console)
  const judge = (input: Uint8Array) => {
    const { incoming, wrappings } = incomingMessage(input)
    return { judgement: judgeLogout(incoming, context), placesAreInFile: wrappings.length === 0 }
  }
  return printJudged(await judgeInputs(words, judge, fromFile(MESSAGE_FILE_LIMIT, console)), showing, options, console)
}

/** Every option is read, so that a wrong one is said; what only a response has (audience, claims, age) is not judged. */
async function logoutContext(options: ResponseOptions, console: Console): Promise<LogoutContext> {
  const { now, policy, identityProvider, serviceProvider, stopwatch } = await responseContext(options, console)
  const { acsUrl: logoutUrl, decryptionKeys } = serviceProvider
  const { requestId } = options
  return { now, policy, identityProvider, serviceProvider: { logoutUrl, decryptionKeys }, requestId, stopwatch }
}
