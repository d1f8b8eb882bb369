import type { Finding } from '#shared/model/finding.ts'

/** How many were wrong, warned of, not verified and passed, in words. */
export function countsOf(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  const parts = [
    [count('error'), 'wrong'],
    [count('warning'), count('warning') === 1 ? 'warning' : 'warnings'],
    [count('not-verified'), 'not verified'],
    [count('passed'), 'passed'],
  ] as const
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(' · ')
}
