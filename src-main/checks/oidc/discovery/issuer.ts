import { isThisMachine } from '#main/oidc/discovery/this-machine.ts'
import { wellKnownAddress } from '#main/oidc/discovery/well-known-address.ts'
import { TENANT_TEMPLATE } from '../token/issuer.ts'
import { show } from '../token/show.ts'
import { onDocument } from './discovery-context.ts'

/** OpenID Connect Discovery §4.3: exactly the issuer that was configured, and the one the document was loaded from. */
export const issuerIsConfigured = onDocument('discovery.issuer', (document, context, place) => {
  const { issuer } = document.object
  const at = place('issuer')
  const evidence = { trust: 'verified', at, actual: show(issuer) } as const
  if (typeof issuer !== 'string' || issuer === '')
    return { kind: 'fault', code: 'discovery.issuer.missing', ...evidence, expected: context.issuer }
  if (!isIssuerAddress(issuer)) return { kind: 'fault', code: 'discovery.issuer.not-a-url', ...evidence }
  const manyTenants = issuer.includes(TENANT_TEMPLATE)
  if (
    context.issuer !== undefined &&
    !(issuer === context.issuer || (manyTenants && isOfTemplate(context.issuer, issuer)))
  )
    return { kind: 'fault', code: 'discovery.issuer.mismatch', ...evidence, expected: context.issuer }
  if (context.url !== undefined && !manyTenants && context.url !== wellKnownAddress(issuer))
    return {
      kind: 'fault',
      code: 'discovery.issuer.location',
      ...evidence,
      expected: wellKnownAddress(issuer),
      actual: context.url,
    }
  if (manyTenants && !context.tenantsLimited)
    return { kind: 'fault', code: 'discovery.issuer.many-tenants', ...evidence }
  if (context.issuer === undefined) return { kind: 'not-verified', ...evidence, detail: 'The issuer was not given.' }
  return { kind: 'passed', ...evidence }
})

/** One tenant's issuer where the document shows the template. */
function isOfTemplate(configured: string, template: string): boolean {
  const [before = '', after = ''] = template.split(TENANT_TEMPLATE)
  const tenant = configured.slice(before.length, configured.length - after.length)
  return configured.startsWith(before) && configured.endsWith(after) && /^[0-9a-f-]{36}$/i.test(tenant)
}

function isIssuerAddress(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false
  const { protocol, hostname, search, hash, username } = new URL(issuer)
  const secure = protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))
  return secure && search === '' && hash === '' && username === '' && !/[?#]/.test(issuer)
}
