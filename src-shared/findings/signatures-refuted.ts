import type { Finding } from '../model/finding.ts'

/** Whether an unverified signature was found wrong, rather than left unjudged for want of a key. */
export const signaturesRefuted = (findings: readonly Finding[]): boolean =>
  findings.some(({ code, severity }) => severity === 'error' && code.startsWith('saml.signature'))
