import { visibleText } from '#shared/comparison/visible-text.ts'
import { signatureStanding, signatureStandingWords } from '#shared/findings/signature-standing.ts'
import type { AggregateReport, FindingCount } from '#shared/model/aggregate.ts'
import { entityLines, validityWords } from './entity-lines.ts'
import { fullLines, shortLines } from './finding-lines.ts'
import { hanging, indent, labelled } from './lines.ts'
import { icons, type Paint } from './paint.ts'

type ReportedEntity = AggregateReport['entities'][number]

/** Entities with faults that are shown unless all are asked for. */
const SHOWN = 10

/** What an aggregate says of itself, then how many entities have which fault. */
export function aggregateLines(report: AggregateReport, paint: Paint, now: Date): string[] {
  const { name, entities, counts, findings } = report
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['Name', name === null ? [] : [name]],
    ['Entities', [countWords(entities)]],
    ['Valid', validityWords(report)],
    ['Signature', [signatureStandingWords[signatureStanding(findings)].says]],
  ]
  const width = paint.width - 2
  const described = entities.flatMap(({ entity }) => entity ?? [])
  return [
    '',
    ...indent(
      2,
      facts.flatMap(([label, values]) =>
        values.flatMap((value, index) => labelled(index === 0 ? label : '', value, width)),
      ),
    ),
    ...described.flatMap((entity) => ['', ...indent(2, entityLines(entity, width, now))]),
    ...(counts.length === 0
      ? []
      : ['', paint.bold('Among the entities'), ...counts.flatMap((one) => countLines(one, paint))]),
  ]
}

function countWords(entities: readonly ReportedEntity[]): string {
  const many = (count: number) => count.toLocaleString('en')
  const withRole = (role: 'idp' | 'sp') => many(entities.filter(({ roles }) => roles.includes(role)).length)
  const invalid = entities.filter(({ verdict }) => verdict === 'invalid').length
  return `${many(entities.length)}: ${withRole('idp')} identity providers, ${withRole('sp')} service providers; ${many(invalid)} invalid`
}

function countLines({ severity, title, code, entities, first }: FindingCount, paint: Paint): string[] {
  const who = entities === 1 ? first : `${entities.toLocaleString('en')} entities, the first ${first}`
  return hanging(` ${paint.severity(severity, icons[severity])} `, 3, `${title} ${who} (${code})`, paint.width)
}

/** The entities that something is wrong with, the invalid ones first. */
export function faultyEntityLines({ entities }: AggregateReport, paint: Paint, verbose: boolean): string[] {
  const faulty = entities.filter(({ errors, warnings }) => errors.length + warnings.length > 0)
  const inOrder = [...faulty.filter(isInvalid), ...faulty.filter((entity) => !isInvalid(entity))]
  const shown = verbose ? inOrder : inOrder.slice(0, SHOWN)
  const more = inOrder.length - shown.length
  return [
    ...shown.flatMap((entity) => ['', ...oneFaulty(entity, paint, verbose)]),
    ...(more === 0
      ? []
      : ['', `and ${more.toLocaleString('en')} more with faults ${paint.dim('(--verbose lists them)')}`]),
  ]
}

const isInvalid = ({ verdict }: ReportedEntity) => verdict === 'invalid'

function oneFaulty({ entityId, verdict, line, findings }: ReportedEntity, paint: Paint, verbose: boolean): string[] {
  const look = verdict === 'invalid' ? 'error' : 'warning'
  const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
  return [
    `${paint.severity(look, icons[look])} ${paint.bold(visibleText(entityId === '' ? 'without entity ID' : entityId))}  ${paint.dim(`line ${line}`)}`,
    ...grave.flatMap((finding) =>
      verbose ? fullLines(finding, paint) : indent(2, shortLines(finding, paint, paint.width - 2)),
    ),
  ]
}
