import type { Json } from '#main/oidc/token/parse-json.ts'
import { show } from './show.ts'
import { onClaims } from './token-subject.ts'

/** OpenID Connect Core §3.1.3.7, 3: our client ID, and nobody we do not trust besides; we trust nobody. */
export const audienceIsUs = onClaims('oidc.audience', (claims, { client }, trust) => {
  const value = claims.value('aud')
  const audiences = readAudiences(value)
  const evidence = { trust, at: claims.at('aud'), actual: audiences?.join('\n') || show(value), expected: client.id }
  if (audiences === undefined || audiences.length === 0)
    return { kind: 'fault', code: 'oidc.audience.missing', ...evidence }
  if (client.id === undefined) return { kind: 'not-verified', ...evidence, detail: 'The client ID was not given.' }
  if (!audiences.includes(client.id)) return { kind: 'fault', code: 'oidc.audience.mismatch', ...evidence }
  if (audiences.some((audience) => audience !== client.id))
    return { kind: 'fault', code: 'oidc.audience.additional', ...evidence }
  return { kind: 'passed', ...evidence }
})

/** A text, or a list of texts (RFC 7519 §4.1.3). @returns undefined for anything else */
export function readAudiences(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === 'string') return value === '' ? undefined : [value]
  if (!Array.isArray(value)) return undefined
  return value.every((item) => typeof item === 'string') ? value : undefined
}

/** OpenID Connect Core §3.1.3.7, 4 and 5: to whom it was issued, where it says so. */
export const authorizedPartyIsUs = onClaims('oidc.authorized-party', (claims, { client }, trust) => {
  const value = claims.value('azp')
  const at = claims.at('azp')
  if (value === undefined) return { kind: 'passed', trust, at, detail: 'It names none, which is allowed.' }
  const evidence = { trust, at, actual: show(value) }
  if (client.id === undefined) return { kind: 'not-verified', ...evidence, detail: 'The client ID was not given.' }
  if (value === client.id) return { kind: 'passed', ...evidence }
  return { kind: 'fault', code: 'oidc.authorized-party.mismatch', ...evidence, expected: client.id }
})
