import type { Finding } from '../model/finding.ts'

/** What is known of the signature over metadata: only the first proves who wrote it. */
export type SignatureStanding = 'trusted' | 'embedded' | 'unsigned' | 'refuted' | 'not-verified'

/** Those on the signature over metadata; what else was found of it is told elsewhere. */
export const signatureFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code }) => code === 'metadata.signature' || code.startsWith('metadata.signature.'))

/** @param findings of the document, with one on its signature */
export function signatureStanding(findings: readonly Finding[]): SignatureStanding {
  const [finding] = signatureFindings(findings)
  return (finding && (standings[finding.code] ?? bySeverity(finding))) ?? 'not-verified'
}

const standings: Readonly<Record<string, SignatureStanding>> = {
  'metadata.signature.missing': 'unsigned',
  'metadata.signature.unsigned': 'unsigned',
  'metadata.signature.embedded': 'embedded',
}

function bySeverity({ severity }: Finding): SignatureStanding {
  if (severity === 'passed') return 'trusted'
  return severity === 'error' ? 'refuted' : 'not-verified'
}

export const signatureStandingWords: Readonly<
  Record<SignatureStanding, { readonly word: string; readonly says: string }>
> = {
  trusted: { word: 'Verified', says: 'verified with the certificate that was given as trusted' },
  embedded: { word: 'Not proven', says: 'intact, but made with a key that the metadata brings along itself' },
  unsigned: { word: 'Not signed', says: 'none' },
  refuted: { word: 'Refuted', says: 'there is one, and it does not hold' },
  'not-verified': { word: 'Not verified', says: 'not checked' },
}
