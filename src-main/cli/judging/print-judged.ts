import type { Finding } from '#shared/model/finding.ts'
import type { Paint } from '../output/human/paint.ts'
import type { OutputOptions } from '../output/output-options.ts'
import { printJson } from '../output/print-json.ts'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode, worstOf } from '../process/exit-code.ts'
import type { Judged, JudgedInputs } from './judge-inputs.ts'

/** What every judgement has. */
export interface AnyJudgement {
  readonly verdict: string
  readonly findings: readonly Finding[]
}

/** How one command's judgements are shown. */
export interface Showing<Judgement extends AnyJudgement> {
  readonly command: string
  readonly isGood: (judgement: Judgement) => boolean
  /** Words for its verdict. */
  readonly words: (judgement: Judgement) => { readonly word: string; readonly says: string }
  /** What reports for other tools list, where that is more than its own findings. */
  readonly allFindings?: (judgement: Judgement) => readonly Finding[]
  /** Loaded for human output only. */
  readonly loadText: () => Promise<HumanText<Judgement>>
}

export type HumanText<Judgement> = (judged: readonly Judged<Judgement>[], paint: Paint, verbose: boolean) => string

/** Prints in the format that was asked for. @returns 0 where all are good */
export async function printJudged<Judgement extends AnyJudgement>(
  { judged, several }: JudgedInputs<Judgement>,
  showing: Showing<Judgement>,
  { format, verbose }: OutputOptions,
  console: Console,
): Promise<ExitCode> {
  const codes = judged.map(({ judgement }) => (showing.isGood(judgement) ? exitCode.good : exitCode.bad))
  const code = worstOf(codes)
  switch (format) {
    case 'json':
      printJson(several ? judged.map(({ file, judgement }) => ({ file, ...judgement })) : judged[0]?.judgement, console)
      break
    case 'sarif': {
      const { sarifLog } = await import('../output/sarif/sarif-log.ts')
      printJson(
        sarifLog(reported(judged, showing), { version: console.version, exitCode: code, verbose: verbose === true }),
        console,
      )
      break
    }
    case 'junit': {
      const { junitReport } = await import('../output/junit/junit-report.ts')
      console.out(junitReport(reported(judged, showing), showing.command))
      break
    }
    case 'human':
      console.out((await showing.loadText())(judged, console.paint, verbose === true))
  }
  return code
}

const reported = <Judgement extends AnyJudgement>(
  judged: readonly Judged<Judgement>[],
  { isGood, words, allFindings = ({ findings }) => findings }: Showing<Judgement>,
) =>
  judged.map(({ file, judgement, placesAreInFile }) => ({
    file,
    verdict: judgement.verdict,
    words: words(judgement),
    isGood: isGood(judgement),
    findings: allFindings(judgement),
    placesAreInFile,
  }))
