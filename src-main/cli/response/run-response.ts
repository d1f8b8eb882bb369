import { judgeResponse } from '#main/checks/judge-response.ts'
import { unpackMessage } from '#main/inspect/unpack/unpack-message.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { responseVerdictWords } from '#shared/findings/verdict-words.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { fromFile, judgeInputs } from '../judging/judge-inputs.ts'
import { printJudged, type Showing } from '../judging/print-judged.ts'
import { MESSAGE_FILE_LIMIT } from '../message/file-limit.ts'
import type { Console } from '../process/console.ts'
import type { ExitCode } from '../process/exit-code.ts'
import { responseContext } from './response-context.ts'
import type { ResponseOptions } from './response-options.ts'

const showing: Showing<ResponseJudgement> = {
  command: 'response',
  isGood: ({ verdict }) => verdict === 'accepted',
  words: ({ verdict }) => responseVerdictWords[verdict],
  loadText: async () => (await import('../output/human/response-text.ts')).responsesText,
}

/**
 * `claimcheck response`: judges each file by the same options.
 * @throws {UsageError} before anything is printed
 */
export async function runResponse(
  words: readonly string[],
  options: ResponseOptions,
  console: Console,
): Promise<ExitCode> {
  const context = await responseContext(options, console)
  const judge = (input: Uint8Array) => {
    const { bytes, wrappings } = unpackMessage(input, messageLimits.size)
    return { judgement: judgeResponse(bytes, context), placesAreInFile: wrappings.length === 0 }
  }
  return printJudged(await judgeInputs(words, judge, fromFile(MESSAGE_FILE_LIMIT, console)), showing, options, console)
}
