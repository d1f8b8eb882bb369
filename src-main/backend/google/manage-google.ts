import type { z } from 'zod'
import type { GoogleSignIn, putGoogle as route } from '#shared/http-api/google.ts'
import { SECRET_MASK } from '#shared/http-api/provider.ts'
import type { AdminContext } from '../admin-context.ts'
import { redirectUri } from '../connections/addresses.ts'
import { changeProvider } from '../connections/change-provider.ts'
import { type Connection, listConnections } from '../connections/connection.ts'
import { connectionVersion } from '../connections/connection-version.ts'
import { createProvider } from '../connections/create-provider.ts'
import { deleteProvider } from '../connections/delete-provider.ts'
import { oidcConfigOf } from '../connections/oidc-config.ts'
import { requireProvider } from '../connections/read-providers.ts'
import type { Tenant } from '../installation.ts'
import { GOOGLE_ISSUER, isGoogle } from '../openid/google.ts'
import { Refused } from '../refusals/refused.ts'
import type { Stores } from '../storage/stores.ts'

const discoveryUrl = `${GOOGLE_ISSUER}/.well-known/openid-configuration`

export async function readGoogle({ tenant }: AdminContext): Promise<{ google: GoogleSignIn | null }> {
  const found = await findGoogle(tenant.stores)
  return { google: found === undefined ? null : present(found, tenant) }
}

/** It is a provider like any other whose issuer is Google's: its rules for domains, receipts and proofs are the same. @throws {Refused} */
export async function putGoogle(
  context: AdminContext,
  { clientId, clientSecret, domains, enabled }: z.output<(typeof route)['body']>,
): Promise<{ google: GoogleSignIn }> {
  const { tenant } = context
  const before = await findGoogle(tenant.stores)
  const secret = clientSecret ?? SECRET_MASK
  const known = before && oidcConfigOf(before).discoveryUrl
  const config = { clientId, clientSecret: secret, discoveryUrl: known ?? discoveryUrl }
  const { id } =
    before === undefined
      ? await createProvider(context, { type: 'oidc', issuer: GOOGLE_ISSUER, domains, enabled, config })
      : await changeProvider(context, before.id, { domains, enabled, config })
  return { google: present(await requireProvider(tenant.stores, id), tenant) }
}

/** @throws {Refused} `google.not-set-up` */
export async function deleteGoogle(context: AdminContext): Promise<{ message: string }> {
  const before = await findGoogle(context.tenant.stores)
  if (before === undefined) throw new Refused('google.not-set-up')
  await deleteProvider(context, before.id)
  return { message: 'Sign-in with Google ended.' }
}

/** The first one, where the providers hold several. */
const findGoogle = async (stores: Stores): Promise<Connection | undefined> =>
  (await listConnections(stores, 'published')).find(isGoogle)

const present = (connection: Connection, { publicUrl }: Pick<Tenant, 'publicUrl'>): GoogleSignIn => ({
  id: connection.id,
  enabled: connection.enabled,
  clientId: oidcConfigOf(connection).clientId ?? '',
  domains: [...connection.domains],
  redirectUri: redirectUri(publicUrl, connection.id),
  version: connectionVersion(connection),
})
