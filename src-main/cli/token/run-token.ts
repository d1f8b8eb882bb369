import { judgeToken } from '#main/checks/judge-token.ts'
import { unpackToken } from '#main/inspect/unpack/unpack-token.ts'
import { TOKEN_LIMIT } from '#main/oidc/token/compact-token.ts'
import { tokenVerdictWords } from '#shared/findings/verdict-words.ts'
import type { TokenJudgement } from '#shared/model/token-judgement.ts'
import { fromFile, judgeInputs } from '../judging/judge-inputs.ts'
import { printJudged, type Showing } from '../judging/print-judged.ts'
import type { Console } from '../process/console.ts'
import type { ExitCode } from '../process/exit-code.ts'
import { tokenContext } from './token-context.ts'
import type { TokenOptions } from './token-options.ts'

const showing: Showing<TokenJudgement> = {
  command: 'token',
  isGood: ({ verdict }) => verdict === 'accepted',
  words: ({ verdict }) => tokenVerdictWords[verdict],
  loadText: async () => (await import('../output/human/token-text.ts')).tokenText,
}

/** An address or a token response may stand around the token. */
const FILE_LIMIT = TOKEN_LIMIT * 3

/**
 * `claimcheck token`: judges each file by the same options.
 * @throws {UsageError} before anything is printed
 */
export async function runToken(words: readonly string[], options: TokenOptions, console: Console): Promise<ExitCode> {
  const context = await tokenContext(options, console)
  const judge = async (input: Uint8Array) => {
    const { token, accessToken, code } = unpackToken(input)
    const beside = {
      ...context.beside,
      accessToken: context.beside.accessToken ?? accessToken,
      code: context.beside.code ?? code,
    }
    return { judgement: await judgeToken(token, { ...context, beside }), placesAreInFile: false }
  }
  return printJudged(await judgeInputs(words, judge, fromFile(FILE_LIMIT, console)), showing, options, console)
}
