import { TENANT_TEMPLATE } from './issuer.ts'
import { show } from './show.ts'
import { onClaims } from './token-subject.ts'

/** Where one issuer serves many organisations, the tenant decides (`tid` of Microsoft, `hd` of Google). */
export const tenantMaySignIn = onClaims('oidc.tenant', (claims, { provider }, trust) => {
  const name = claims.value('tid') !== undefined ? 'tid' : 'hd'
  const tenant = claims.value(name)
  const evidence = { trust, at: claims.at(name), actual: show(tenant) }
  if (provider.tenants !== undefined) {
    const expected = provider.tenants.join('\n')
    if (typeof tenant !== 'string') return { kind: 'fault', code: 'oidc.tenant.missing', ...evidence, expected }
    if (provider.tenants.includes(tenant)) return { kind: 'passed', ...evidence }
    return { kind: 'fault', code: 'oidc.tenant.mismatch', ...evidence, expected }
  }
  if (provider.issuer === undefined) return { kind: 'not-verified', ...evidence, detail: 'The issuer was not given.' }
  if (provider.issuer.includes(TENANT_TEMPLATE))
    return { kind: 'not-verified', ...evidence, detail: 'Any tenant may sign in: which ones should was not given.' }
  return { kind: 'passed', ...evidence, detail: 'The issuer serves one organisation, or the tenant is not limited.' }
})
