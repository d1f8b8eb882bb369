import { inspect } from '#main/inspect/inspect.ts'
import { type InspectionContext, nothingKnown } from '#main/inspect/inspection-context.ts'
import { inspectionLimits } from '#main/inspect/inspection-limits.ts'
import { inspectionVerdictWords } from '#shared/findings/inspection-words.ts'
import type { Inspection } from '#shared/model/inspection.ts'
import { readBytes } from '../files/read-bytes.ts'
import { judgeInputs } from '../judging/judge-inputs.ts'
import { printJudged, type Showing } from '../judging/print-judged.ts'
import type { Console } from '../process/console.ts'
import type { ExitCode } from '../process/exit-code.ts'
import type { InspectOptions } from './inspect-options.ts'

const showing: Showing<Inspection> = {
  command: 'inspect',
  isGood: ({ verdict }) => verdict === 'recognised',
  words: ({ verdict }) => inspectionVerdictWords[verdict],
  allFindings: ({ findings, parts }) => [...findings, ...parts.flatMap((part) => part.findings)],
  loadText: async () => (await import('../output/human/inspection-text.ts')).inspectionText,
}

/**
 * `claimcheck inspect`: recognises, decodes and judges each file or address.
 * @throws {UsageError} before anything is printed
 */
export async function runInspect(
  words: readonly string[],
  options: InspectOptions,
  console: Console,
): Promise<ExitCode> {
  const context = await inspectionContext(options, console)
  const judge = async (input: Uint8Array) => {
    const judgement = await inspect(input, context)
    return { judgement, placesAreInFile: judgement.layers.length === 0 && judgement.parts.length === 0 }
  }
  const read = (source: string) => readSource(source, console)
  return printJudged(await judgeInputs(words, judge, read), showing, options, console)
}

async function inspectionContext(options: InspectOptions, console: Console): Promise<InspectionContext> {
  const { spKey = [], passphraseFile, policy } = options
  const known = nothingKnown(options.at ?? console.clock())
  const { readPassphrase, readPrivateKeys } = await import('../trust/private-key-files.ts')
  const passphrase = passphraseFile === undefined ? undefined : await readPassphrase(passphraseFile, console)
  const decryptionKeys = await readPrivateKeys(spKey, passphraseFile, console)
  return {
    ...known,
    policy: { ...known.policy, mode: policy },
    serviceProvider: { ...known.serviceProvider, decryptionKeys },
    passphrase,
    stopwatch: console.stopwatch,
  }
}

/** An address that carries a message is what is inspected; of any other, what it answers. */
const carriesMessage = /[?&#](?:SAMLRequest|SAMLResponse|SAMLart|code|error|id_token|access_token|client_id|state|wa)=/

async function readSource(source: string, console: Console): Promise<Uint8Array> {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) return readBytes(source, inspectionLimits.input, console)
  if (carriesMessage.test(source) || !/^https?:/i.test(source)) return Buffer.from(source)
  const { fetchMetadata } = await import('../metadata/fetch-metadata.ts')
  return fetchMetadata(source, inspectionLimits.input)
}
