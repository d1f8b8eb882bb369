import type { Claims } from '#main/oidc/token/claims.ts'
import { issuerNames } from '#shared/providers/issuer-names.ts'
import { show } from './show.ts'
import { onClaims } from './token-subject.ts'

/** Microsoft's issuer for many tenants holds this in place of the tenant's id. */
export const TENANT_TEMPLATE = '{tenantid}'

/** OpenID Connect Core §3.1.3.7, 2: exactly the issuer of the connection. */
export const issuerIsKnown = onClaims('oidc.issuer', (claims, { provider }, trust) => {
  const issuer = claims.value('iss')
  const expected = provider.issuer && resolveTenant(provider.issuer, claims)
  const evidence = { trust, at: claims.at('iss'), actual: show(issuer) }
  if (typeof issuer !== 'string' || issuer === '')
    return { kind: 'fault', code: 'oidc.issuer.missing', ...evidence, expected }
  if (expected === undefined) return { kind: 'not-verified', ...evidence, detail: 'The issuer was not given.' }
  const unresolved = expected.includes(TENANT_TEMPLATE)
  if (!unresolved && issuerNames(expected).includes(issuer)) return { kind: 'passed', ...evidence }
  return { kind: 'fault', code: 'oidc.issuer.mismatch', ...evidence, expected }
})

/** The template stands for the tenant that the token names; which tenants may sign in is judged beside this. */
function resolveTenant(issuer: string, claims: Claims): string {
  const tenant = claims.value('tid')
  return typeof tenant === 'string' && tenantId.test(tenant) ? issuer.replace(TENANT_TEMPLATE, tenant) : issuer
}

const tenantId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
