import { groupFindings } from '#shared/findings/group-findings.ts'
import type { Finding, Severity } from '#shared/model/finding.ts'
import { causeLines, fullLines, shortLines } from './finding-lines.ts'
import { hanging, indent } from './lines.ts'
import { icons, type Paint } from './paint.ts'
import { wrapText } from './wrap-text.ts'

/** Root causes whole, the rest short and by severity; what passed is only counted unless `verbose`. */
export function findingsLines(findings: readonly Finding[], paint: Paint, verbose: boolean): string[] {
  const { causes, rest } = groupFindings(findings)
  const grave = [...rest.error, ...rest.warning]
  return [
    ...causes.flatMap((cause) => ['', ...causeLines(cause, paint)]),
    ...grave.flatMap((finding) => ['', ...fullLines(finding, paint)]),
    ...(verbose ? group('Not verified', rest['not-verified'], paint) : notVerified(rest['not-verified'], paint)),
    ...group('Notes', rest.info, paint),
    ...(verbose ? group('Passed', rest.passed, paint) : passedCount(rest.passed, paint)),
  ]
}

function group(title: string, findings: readonly Finding[], paint: Paint): string[] {
  if (findings.length === 0) return []
  const lines = findings.flatMap((finding) => shortLines(finding, paint, paint.width - 1))
  return ['', paint.bold(`${title} (${findings.length})`), ...indent(1, lines)]
}

/** As many findings with one reason are named by their codes only. */
const MANY = 3

function notVerified(findings: readonly Finding[], paint: Paint): string[] {
  if (findings.length === 0) return []
  const reasons = [...new Set(findings.map(({ detail }) => detail))]
  const groups = reasons.map((reason) => ({ reason, alike: findings.filter(({ detail }) => detail === reason) }))
  const lines = groups.flatMap(({ reason, alike }) =>
    alike.length < MANY
      ? alike.flatMap((finding) => shortLines(finding, paint, paint.width - 1))
      : [
          ...hanging(`${paint.severity('not-verified', icons['not-verified'])} `, 2, reason, paint.width - 1),
          ...indent(2, wrapText(alike.map(({ code }) => code).join(', '), paint.width - 3)).map(paint.dim),
        ],
  )
  return ['', paint.bold(`Not verified (${findings.length})`), ...indent(1, lines)]
}

const passedCount = ({ length }: readonly Finding[], paint: Paint): string[] => {
  if (length === 0) return []
  const says = length === 1 ? '1 check passed' : `${length} checks passed`
  const severity: Severity = 'passed'
  return ['', `${paint.severity(severity, `${icons.passed} ${says}`)} ${paint.dim('(--verbose lists them)')}`]
}
