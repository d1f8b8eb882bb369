import type { Finding, Severity } from '../model/finding.ts'

/** One independent fault and what follows from it. */
export interface Cause {
  readonly cause: Finding
  readonly consequences: readonly Finding[]
}

export interface FindingGroups {
  /** Gravest first, else in the judge's order. */
  readonly causes: readonly Cause[]
  /** What is neither a root cause nor follows from one. */
  readonly rest: Readonly<Record<Severity, readonly Finding[]>>
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, 'not-verified': 2, info: 3, passed: 4 }

/** Orders findings as people read them: each root cause with its consequences, then the rest by severity. None is lost. */
export function groupFindings(findings: readonly Finding[]): FindingGroups {
  const roots = findings.filter(({ rootCause }) => rootCause)
  const following = new Map<Finding, Finding[]>(roots.map((root) => [root, []]))
  const rest: Record<Severity, Finding[]> = { error: [], warning: [], 'not-verified': [], info: [], passed: [] }
  for (const finding of findings) {
    if (finding.rootCause) continue
    const root = roots.find(({ code }) => code === finding.causedBy)
    const group = (root && following.get(root)) ?? rest[finding.severity]
    group.push(finding)
  }
  const causes = roots.map((cause) => ({ cause, consequences: following.get(cause) ?? [] }))
  return { causes: causes.toSorted((a, b) => gravity[a.cause.severity] - gravity[b.cause.severity]), rest }
}
