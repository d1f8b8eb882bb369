import type { ProviderId } from '../model/provider-id.ts'
import { adFs } from './ad-fs.ts'
import { auth0 } from './auth0.ts'
import { customSaml } from './custom-saml.ts'
import { entra } from './entra.ts'
import { genericOidc } from './generic-oidc.ts'
import { google } from './google.ts'
import { googleWorkspace } from './google-workspace.ts'
import { jumpcloud } from './jumpcloud.ts'
import { okta } from './okta.ts'
import { onelogin } from './onelogin.ts'
import { pingone } from './pingone.ts'
import type { Provider } from './provider.ts'
import { rippling } from './rippling.ts'

/** The provider picker's entries, in its order (S06). An id without an entry does not compile. */
export const providers = {
  okta,
  entra,
  'google-workspace': googleWorkspace,
  google,
  onelogin,
  pingone,
  'ad-fs': adFs,
  jumpcloud,
  rippling,
  auth0,
  'custom-saml': customSaml,
  'generic-oidc': genericOidc,
} as const satisfies Record<ProviderId, Provider>

export const providerOf = (id: ProviderId): Provider => providers[id]

/** @returns the product whose entity IDs look like this one; null where none does */
export function recogniseProvider(entityId: string): ProviderId | null {
  const found = Object.entries(providers).find(([, provider]) => provider.entityId?.test(entityId))
  return found === undefined ? null : (found[0] as ProviderId)
}
