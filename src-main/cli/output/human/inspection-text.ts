import { visibleText } from '#shared/comparison/visible-text.ts'
import { inspectedKindWords, inspectionVerdictWords, layerWords } from '#shared/findings/inspection-words.ts'
import type { Finding, Severity } from '#shared/model/finding.ts'
import type {
  InspectedExchange,
  InspectedLayer,
  InspectedPart,
  Inspection,
  InspectionVerdict,
} from '#shared/model/inspection.ts'
import { decodedLines } from './decoded-lines.ts'
import { factLines } from './fact-lines.ts'
import { findingsLines } from './findings-lines.ts'
import { hanging, indent } from './lines.ts'
import { icons, type Paint } from './paint.ts'
import { signatureLines } from './signature-lines.ts'
import { summaryLine } from './summary-line.ts'
import { verdictLines } from './verdict-lines.ts'

export interface JudgedInspection {
  readonly file: string
  readonly judgement: Inspection
}

const looks: Readonly<Record<InspectionVerdict, Severity>> = {
  recognised: 'passed',
  faulty: 'error',
  unrecognised: 'not-verified',
}

/** A picture of each inspection for someone at a terminal. */
export function inspectionText(judged: readonly JudgedInspection[], paint: Paint, verbose: boolean): string {
  const pictures = judged.map(({ file, judgement }) => inspectionLines(file, judgement, paint, verbose).join('\n'))
  const words = judged.map(({ judgement }) => inspectionVerdictWords[judgement.verdict].word)
  return `${[...pictures, ...summaryLine(words)].join('\n\n')}\n`
}

function inspectionLines(file: string, inspection: Inspection, paint: Paint, verbose: boolean): string[] {
  const { verdict, kind, parts, exchanges, text } = inspection
  const { name, says } = inspectedKindWords[kind]
  const { word } = inspectionVerdictWords[verdict]
  return [
    ...verdictLines({ word: `${word}: ${name}`, says }, looks[verdict], file, paint),
    ...thingLines(inspection, paint, verbose),
    ...exchangeLines(exchanges, parts, paint),
    ...parts.flatMap((part) => ['', ...partLines(part, paint, verbose)]),
    ...decodedLines(text, paint, verbose),
  ]
}

function partLines(part: InspectedPart, paint: Paint, verbose: boolean): string[] {
  const { verdict, kind, place } = part
  const { name, says } = inspectedKindWords[kind]
  const { word } = inspectionVerdictWords[verdict]
  return [
    ...verdictLines({ word: `${word}: ${name}`, says }, looks[verdict], place, paint),
    ...thingLines(part, paint, verbose),
  ]
}

type Thing = Omit<InspectedPart, 'place'>

function thingLines(
  { layers, parameters, facts, findings, judgement }: Thing,
  paint: Paint,
  verbose: boolean,
): string[] {
  const known = [
    ...(layers.length === 0 ? [] : [['Wrapped in', layers.map(layerName).join(' › ')] as const]),
    ...facts.map(({ name, value }) => [name, value] as const),
    ...parameters.map(({ name, value }) => [name, value] as const),
  ]
  const signatures =
    judgement !== null && 'signatures' in judgement && judgement.by !== 'token' ? judgement.signatures : []
  return [
    ...(known.length === 0 ? [] : ['', ...factLines(known, paint)]),
    ...findingsLines(
      verbose ? findings : findings.filter(({ severity }) => severity !== 'not-verified'),
      paint,
      verbose,
    ),
    ...(verbose ? [] : notVerifiedCount(findings, paint)),
    ...signatureLines(signatures, findings, paint),
  ]
}

/** Hardly anything can be verified of a message alone: the list would bury what was found. */
function notVerifiedCount(findings: readonly Finding[], paint: Paint): string[] {
  const { length } = findings.filter(({ severity }) => severity === 'not-verified')
  if (length === 0) return []
  const says = length === 1 ? '1 check could not be made' : `${length} checks could not be made`
  return [
    `${paint.severity('not-verified', `${icons['not-verified']} ${says}`)} ${paint.dim('(--verbose lists them)')}`,
  ]
}

const layerName = ({ kind, name }: InspectedLayer) =>
  name === undefined ? layerWords[kind] : `${layerWords[kind]} ${name}`

function errorLines(error: string, { parameters }: InspectedExchange, margin: number, paint: Paint): string[] {
  const description = parameters.find(({ name }) => name === 'error_description')?.value
  const says = description === undefined ? error : `${error}: ${description}`
  return hanging(`${' '.repeat(margin)}${paint.severity('error', icons.error)} `, margin + 2, says, paint.width)
}

/** The sign-in step by step: number, method, status, address, and what was carried. */
function exchangeLines(
  exchanges: readonly InspectedExchange[],
  parts: readonly InspectedPart[],
  paint: Paint,
): string[] {
  if (exchanges.length === 0) return []
  const lines = exchanges.flatMap((exchange) => {
    const { number, method, status, address } = exchange
    const start = ` ${String(number).padStart(4)}  ${visibleText(method).slice(0, 7).padEnd(7)} ${String(status ?? '—').padEnd(4)} `
    const carried = exchange.parts.flatMap((index) => parts[index] ?? [])
    const error = exchange.parameters.find((parameter) => parameter.name === 'error')
    return [
      ...hanging(start, start.length, address, paint.width),
      ...(error === undefined ? [] : errorLines(error.value, exchange, start.length, paint)),
      ...indent(
        start.length,
        carried.map(({ kind, verdict }) =>
          paint.severity(looks[verdict], `${icons[looks[verdict]]} ${inspectedKindWords[kind].name}`),
        ),
      ),
    ]
  })
  return ['', paint.bold('Sign-in, step by step'), ...lines]
}
