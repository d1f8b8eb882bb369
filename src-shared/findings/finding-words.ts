import type { Owner, Severity } from '../model/finding.ts'

/** One word for each severity, beside its icon and colour. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
  'not-verified': 'Not verified',
  passed: 'Passed',
}

/** Who has to change something. */
export const ownerWords: Readonly<Record<Owner, string>> = {
  'idp-admin': 'Identity provider administrator',
  'sp-admin': 'Application administrator',
  user: 'The person signing in',
  network: 'Network administrator',
}
