/** Google signs some ID Tokens with its issuer written without the scheme, and says so in its documentation. */
const otherNames: Readonly<Record<string, string>> = { 'https://accounts.google.com': 'accounts.google.com' }

/** Every spelling of `iss` that a provider with this issuer uses, its own first. */
export function issuerNames(issuer: string): readonly string[] {
  const other = otherNames[issuer]
  return other === undefined ? [issuer] : [issuer, other]
}
