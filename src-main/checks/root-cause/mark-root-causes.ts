import type { Finding } from '#shared/model/finding.ts'
import { rootCauseRules } from './rules.ts'

/**
 * Tells causes from consequences among the errors. One root cause per independent fault: the same fault found twice
 * (on two signatures, say) has its root in the first.
 */
export function markRootCauses(findings: readonly Finding[]): Finding[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const directCause = new Map<Finding, Finding>()
  for (const finding of errors) {
    const cause = causeOf(finding, errors)
    if (cause !== undefined) directCause.set(finding, cause)
  }
  return findings.map((finding) => {
    if (finding.severity !== 'error') return finding
    const root = rootOf(finding, directCause)
    return root === finding ? { ...finding, rootCause: true } : { ...finding, causedBy: root.code }
  })
}

function causeOf(finding: Finding, errors: readonly Finding[]): Finding | undefined {
  const twin = errors.find(({ code }) => code === finding.code)
  if (twin !== undefined && twin !== finding) return twin
  for (const { cause, explains, when } of rootCauseRules) {
    if (!explains.some((code) => code === finding.code)) continue
    const found = errors.find((candidate) => candidate.code === cause && (when?.(candidate, finding) ?? true))
    if (found !== undefined && found !== finding) return found
  }
  return undefined
}

function rootOf(finding: Finding, directCause: ReadonlyMap<Finding, Finding>): Finding {
  const seen = new Set([finding])
  let root = finding
  for (let cause = directCause.get(root); cause !== undefined && !seen.has(cause); cause = directCause.get(root)) {
    seen.add(cause)
    root = cause
  }
  return root
}
