import { judgeRequest } from '#main/checks/judge-request.ts'
import { incomingMessage } from '#main/inspect/unpack/incoming-message.ts'
import { requestVerdictWords } from '#shared/findings/verdict-words.ts'
import type { RequestJudgement } from '#shared/model/message-judgement.ts'
import { fromFile, judgeInputs } from '../judging/judge-inputs.ts'
import { printJudged, type Showing } from '../judging/print-judged.ts'
import { MESSAGE_FILE_LIMIT } from '../message/file-limit.ts'
import type { Console } from '../process/console.ts'
import type { ExitCode } from '../process/exit-code.ts'
import { requestContext } from './request-context.ts'
import type { RequestOptions } from './request-options.ts'

const showing: Showing<RequestJudgement> = {
  command: 'request',
  isGood: ({ verdict }) => verdict === 'accepted',
  words: ({ verdict }) => requestVerdictWords[verdict],
  loadText: async () => (await import('../output/human/request-text.ts')).requestText,
}

/**
 * `claimcheck request`: judges each sign-in request by the same options.
 * @throws {UsageError} before anything is printed
 */
export async function runRequest(
  words: readonly string[],
  options: RequestOptions,
  console: Console,
): Promise<ExitCode> {
  const context = await requestContext(options, console)
  const judge = (input: Uint8Array) => {
    const { incoming, wrappings } = incomingMessage(input)
    return { judgement: judgeRequest(incoming, context), placesAreInFile: wrappings.length === 0 }
  }
  return printJudged(await judgeInputs(words, judge, fromFile(MESSAGE_FILE_LIMIT, console)), showing, options, console)
}
