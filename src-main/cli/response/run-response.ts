import { judgeResponse } from '#main/checks/judge-response.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { readBytes } from '../files/read-bytes.ts'
import { unpackMessage } from '../message-input/unpack-message.ts'
import { printJson } from '../output/print-json.ts'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode, worstOf } from '../process/exit-code.ts'
import { responseContext } from './response-context.ts'
import type { ResponseOptions } from './response-options.ts'

/** Base64 takes four thirds of the message, URL encoding up to three times that; a little more for a form around it. */
const FILE_LIMIT = messageLimits.size * 4 + 100_000

/**
 * `claimcheck response`: judges each file by the same options. Prints JSON or a picture of each judgement.
 * @throws {UsageError} before anything is judged or printed
 */
export async function runResponse(
  files: readonly string[],
  options: ResponseOptions,
  console: Console,
): Promise<ExitCode> {
  const context = await responseContext(options, console)
  const judged: { readonly file: string; readonly judgement: ResponseJudgement }[] = []
  const messages = await readAll(files, console)
  for (const { file, bytes } of messages) judged.push({ file, judgement: judgeResponse(bytes, context) })
  if (options.format === 'json')
    printJson(
      judged.map(({ judgement }) => judgement),
      console,
    )
  else {
    const { responsesText } = await import('../output/human/response-text.ts')
    console.out(responsesText(judged, console.paint, options.verbose ?? false))
  }
  return worstOf(judged.map(({ judgement }) => (judgement.verdict === 'accepted' ? exitCode.good : exitCode.bad)))
}

async function readAll(files: readonly string[], console: Console) {
  const messages: { readonly file: string; readonly bytes: Uint8Array }[] = []
  for (const file of files) {
    const input = await readBytes(file, FILE_LIMIT, console)
    messages.push({ file, bytes: unpackMessage(input, messageLimits.size).bytes })
  }
  return messages
}
