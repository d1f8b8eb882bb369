import type { ConnectionStatus } from '#shared/model/connection-status.ts'
import type { Severity } from '#shared/model/finding.ts'

interface StatusWord {
  readonly word: string
  /** Null where there is nothing to judge yet. */
  readonly severity: Severity | null
}

export const statusWords: Readonly<Record<ConnectionStatus, StatusWord>> = {
  new: { word: 'New', severity: null },
  ready: { word: 'Ready to test', severity: null },
  draft: { word: 'Draft', severity: null },
  tested: { word: 'Tested', severity: 'passed' },
  published: { word: 'Published', severity: 'passed' },
  enabled: { word: 'Enabled', severity: 'passed' },
  refused: { word: 'Rejected', severity: 'error' },
  'not-verified': { word: 'Not verified', severity: 'not-verified' },
}
