import type { MetadataContext } from '#main/checks/metadata/entity-context.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { judgeInputs } from '../judging/judge-inputs.ts'
import { printJudged, type Showing } from '../judging/print-judged.ts'
import type { OutputOptions } from '../output/output-options.ts'
import type { Console } from '../process/console.ts'
import type { ExitCode } from '../process/exit-code.ts'
import { judgeSource } from './judge-source.ts'
import { type MetadataSource, metadataSource } from './metadata-source.ts'
import { metadataFindings, metadataWords, type ReportedMetadata } from './reported-metadata.ts'

export interface MetadataOptions extends OutputOptions {
  readonly at?: Date
  readonly role?: 'idp' | 'sp'
  readonly trust?: readonly string[]
  readonly policy: JudgingMode
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
  const context = await contextOf(options, console)
  const judged = await judgeInputs(
    words,
    (source: MetadataSource) => judgeSource(source, context, options, console),
    (word) => metadataSource(word, console),
  )
  return printJudged(judged, showing(context.now), options, console)
}

const showing = (now: Date): Showing<ReportedMetadata> => ({
  command: 'metadata',
  isGood: ({ verdict }) => verdict === 'valid',
  words: metadataWords,
  allFindings: metadataFindings,
  loadText: async () => {
    const { metadataText } = await import('../output/human/metadata-text.ts')
    return (judged, paint, verbose) => metadataText(judged, paint, verbose, now)
  },
})

async function contextOf(options: MetadataOptions, console: Console): Promise<MetadataContext> {
  const { loadSchemaValidator } = await import('#main/saml/schema/load-schema-validator.ts')
  return {
    now: options.at ?? console.clock(),
    mode: options.policy,
    role: options.role,
    schemaValidator: await loadSchemaValidator(),
    trustedCertificates: options.trust && (await trusted(options.trust, console)),
  }
}

async function trusted(paths: readonly string[], console: Console) {
  const { readVerifyingCertificates } = await import('../trust/certificate-files.ts')
  return (await Promise.all(paths.map((path) => readVerifyingCertificates(path, console)))).flat()
}
