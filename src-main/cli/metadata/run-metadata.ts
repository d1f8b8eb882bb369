import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { unpackMessage } from '../message-input/unpack-message.ts'
import type { OutputOptions } from '../output/output-options.ts'
import { printJson } from '../output/print-json.ts'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode, worstOf } from '../process/exit-code.ts'
import { readSource } from './read-source.ts'

export interface MetadataOptions extends OutputOptions {
  readonly at?: Date
  readonly role?: 'idp' | 'sp'
  readonly policy: JudgingMode
}

/**
 * `claimcheck metadata`: judges each file or address by the same options.
 * @throws {UsageError} before anything is judged or printed
 */
export async function runMetadata(
  sources: readonly string[],
  options: MetadataOptions,
  console: Console,
): Promise<ExitCode> {
  const context = { now: options.at ?? console.clock(), mode: options.policy, role: options.role }
  const documents: { readonly file: string; readonly bytes: Uint8Array }[] = []
  for (const file of sources) documents.push({ file, bytes: await readSource(file, console) })
  const judged = documents.map(({ file, bytes }) => ({
    file,
    judgement: judgeMetadata(unpackMessage(bytes, metadataLimits.size).bytes, context),
  }))
  if (options.format === 'json')
    printJson(
      judged.map(({ judgement }) => judgement),
      console,
    )
  else {
    const { metadataText } = await import('../output/human/metadata-text.ts')
    console.out(metadataText(judged, console.paint, options.verbose ?? false))
  }
  return worstOf(judged.map(({ judgement }) => (judgement.verdict === 'valid' ? exitCode.good : exitCode.bad)))
}
