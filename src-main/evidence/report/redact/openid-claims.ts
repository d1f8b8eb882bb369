/**
 * Claims that are about the token and the login, not about the person (OpenID Connect Core §2 and §3.1.3.6; `tid` of Microsoft
 * and `hd` of Google name the organisation).
 */
const protocolClaims = new Set(
  'iss aud azp exp iat nbf auth_time acr amr nonce at_hash c_hash s_hash typ ver tid hd email_verified'.split(' '),
)

export const isProtocolClaim = (name: string): boolean => protocolClaims.has(name)

export interface ClaimText {
  /** Of the claim at the top, whatever it holds. */
  readonly name: string
  readonly value: string
}

/** Every text in the claims and in UserInfo, trusted or not. @param documents as a run holds them */
export function claimsIn({ payload, userinfo }: Readonly<Record<string, string>>): ClaimText[] {
  return [payload, userinfo].flatMap((text) =>
    Object.entries(objectIn(text)).flatMap(([name, value]) => textsIn(value).map((found) => ({ name, value: found }))),
  )
}

function objectIn(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
