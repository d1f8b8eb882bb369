import type { Finding } from '#shared/model/finding.ts'
import type { SourceMark } from './xml-source.tsx'

/** Where a finding points in the message; null where it points nowhere, or into a part that was encrypted. */
export function sourceMark(finding: Finding | null): SourceMark | null {
  if (finding?.location?.document !== 'message') return null
  const { location, severity, title } = finding
  return { line: location.line, column: location.column, severity, message: title }
}
