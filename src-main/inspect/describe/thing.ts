import { type Judged, makeFindings } from '#main/checks/finding/judged.ts'
import type { Finding } from '#shared/model/finding.ts'
import type {
  InspectedExchange,
  InspectedJudgement,
  InspectedKind,
  InspectedPart,
  InspectionVerdict,
} from '#shared/model/inspection.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { shownParameters } from './parameters.ts'
import { type ShownText, shownText } from './shown-text.ts'

/** Anything that was seen for what it is, whether it was given or found in something. */
export type Thing = Omit<InspectedPart, 'place'>

/** With what was found in it. */
export interface Described {
  readonly thing: Thing
  readonly parts: readonly InspectedPart[]
  readonly exchanges: readonly InspectedExchange[]
}

/** Handed down to what finds things in things. */
export type Describe = (look: Look, context: InspectionContext) => Promise<Described>

/** Name and value; what is undefined was not said. */
export type FactList = readonly (readonly [name: string, value: string | null | undefined])[]

export interface Description {
  readonly kind: InspectedKind
  readonly facts?: FactList
  /** What may be shown of it; nothing where left out. */
  readonly text?: ShownText | undefined
  readonly certificates?: Thing['certificates']
  readonly judgement?: InspectedJudgement | null
  /** By its judge. */
  readonly findings?: readonly Finding[]
  /** By inspecting it. */
  readonly judged?: readonly Judged[]
}

const unknown: ReadonlySet<InspectedKind> = new Set<InspectedKind>([
  ...(['other-xml', 'web-page', 'address', 'json', 'text', 'binary', 'empty', 'too-large'] as const),
])

export function makeThing(look: Pick<Look, 'layers' | 'fields'>, description: Description): Thing {
  const { kind, facts = [], text, certificates = [], judgement = null, judged = [] } = description
  const shown = shownText(text)
  const withKey: Judged[] = shown.hadPrivateKey
    ? [['inspect.private-key', { kind: 'fault', code: 'inspect.private-key.within', trust: 'verified' }]]
    : []
  const findings = [...inspected([...judged, ...withKey]), ...(description.findings ?? [])]
  return {
    verdict: verdictOf(kind, findings),
    kind,
    layers: [...look.layers],
    parameters: shownParameters(look.fields),
    facts: facts.flatMap(([name, value]) => (value === undefined || value === null ? [] : [{ name, value }])),
    text: shown.text,
    certificates,
    findings,
    judgement,
  }
}

/** Inspecting knows no policy: what it finds is the same in both. */
const inspected = (judged: readonly Judged[]) => makeFindings(judged, { mode: 'interop', required: new Set() })

function verdictOf(kind: InspectedKind, findings: readonly Finding[]): InspectionVerdict {
  if (unknown.has(kind)) return 'unrecognised'
  return findings.some(({ severity }) => severity === 'error') ? 'faulty' : 'recognised'
}

export const alone = (thing: Thing): Described => ({ thing, parts: [], exchanges: [] })
