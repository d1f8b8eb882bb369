import { ownerWords } from '#shared/findings/finding-words.ts'
import type { Finding, Severity } from '#shared/model/finding.ts'
import type { ReportedFile } from '../reported-file.ts'

/** Kind and level (SARIF §3.27.9, §3.27.10): only what fails has a level. What could not be judged is open, never a pass. */
const kinds = {
  error: { kind: 'fail', level: 'error' },
  warning: { kind: 'fail', level: 'warning' },
  info: { kind: 'informational', level: 'none' },
  'not-verified': { kind: 'open', level: 'none' },
  passed: { kind: 'pass', level: 'none' },
} as const satisfies Record<Severity, unknown>

export function sarifResult(finding: Finding, { file, placesAreInFile }: ReportedFile, index: number, rule: number) {
  const { code, severity, rootCause, causedBy, unverified, owner, reference, expected, actual } = finding
  return {
    ruleId: code,
    ruleIndex: rule,
    ...kinds[severity],
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: artifactUri(file), index },
          ...(placesAreInFile && finding.location?.document === 'message' && { region: regionOf(finding.location) }),
        },
        ...(finding.location && { logicalLocations: [{ fullyQualifiedName: finding.location.path, kind: 'element' }] }),
      },
    ],
    properties: {
      ...{ rootCause, causedBy, unverified, owner, reference, expected, actual },
      ...(finding.location && { document: finding.location.document }),
    },
  }
}

const regionOf = ({ line, column }: NonNullable<Finding['location']>) => ({ startLine: line, startColumn: column })

function messageOf({ title, detail, expected, actual, fix, owner }: Finding): string {
  return [
    title,
    detail,
    ...(expected === undefined ? [] : [`Expected: ${expected}`]),
    ...(actual === undefined ? [] : [`Received: ${actual}`]),
    ...(fix === undefined ? [] : [`To do (${ownerWords[owner]}): ${fix}`]),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** A relative path as a URI reference (§3.4.3), an address as it is. */
export function artifactUri(file: string): string {
  if (file === '-') return 'stdin'
  if (/^https?:\/\//i.test(file)) return encodeURI(file)
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${path}` : path
}
