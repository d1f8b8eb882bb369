import type { Finding } from '#shared/model/finding.ts'

/** What stands in the first line of a verdict, and whatever that does not explain. */
export function told(findings: readonly Finding[]): { readonly first: string[]; readonly unexplained: string[] } {
  const codes = (found: readonly Finding[]) => found.map(({ code }) => code)
  const causes = findings.filter(({ rootCause }) => rootCause)
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const first = codes(causes.length > 0 ? causes : warnings)
  const errors = findings.filter(({ severity, rootCause }) => severity === 'error' && !rootCause)
  const stray = errors.filter(({ causedBy }) => causedBy !== first[0])
  return { first, unexplained: codes([...stray, ...(causes.length > 0 ? warnings : [])]) }
}
