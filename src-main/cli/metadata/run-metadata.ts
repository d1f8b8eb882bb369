import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { unpackMessage } from '#main/inspect/unpack/unpack-message.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { metadataVerdictWords } from '#shared/findings/verdict-words.ts'
import type { MetadataJudgement } from '#shared/model/judgement.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { judgeInputs } from '../judging/judge-inputs.ts'
import { printJudged, type Showing } from '../judging/print-judged.ts'
import type { OutputOptions } from '../output/output-options.ts'
import type { Console } from '../process/console.ts'
import type { ExitCode } from '../process/exit-code.ts'
import { readSource } from './read-source.ts'

export interface MetadataOptions extends OutputOptions {
  readonly at?: Date
  readonly role?: 'idp' | 'sp'
  readonly policy: JudgingMode
}

const showing: Showing<MetadataJudgement> = {
  command: 'metadata',
  isGood: ({ verdict }) => verdict === 'valid',
  words: ({ verdict }) => metadataVerdictWords[verdict],
  loadText: async () => (await import('../output/human/metadata-text.ts')).metadataText,
}

/**
 * `claimcheck metadata`: judges each file or address by the same options.
 * @throws {UsageError} before anything is printed
 */
export async function runMetadata(
  words: readonly string[],
  options: MetadataOptions,
  console: Console,
): Promise<ExitCode> {
  const context = { now: options.at ?? console.clock(), mode: options.policy, role: options.role }
  const judge = (input: Uint8Array) => {
    const { bytes, wrappings } = unpackMessage(input, metadataLimits.size)
    return { judgement: judgeMetadata(bytes, context), placesAreInFile: wrappings.length === 0 }
  }
  const read = (source: string) => readSource(source, console)
  return printJudged(await judgeInputs(words, judge, read), showing, options, console)
}
