import { z } from 'zod'
import { ClientAuthenticationMethod } from '../model/client-authentication.ts'
import { Connection } from '../model/connection.ts'
import { EmailTrust } from '../model/email-trust.ts'
import { ConnectionId } from '../model/ids.ts'
import { call } from './declare.ts'

const For = z.object({ connectionId: ConnectionId })

/** More than this is no discovery document and no key set. */
export const MAXIMUM_OPENID_DOCUMENT_BYTES = 1_000_000

/** The client as it is typed. Numbers and lists are text: main says what is wrong with them. */
export const TypedClient = z.object({
  clientId: z.string(),
  authentication: ClientAuthenticationMethod,
  /** Empty: the one that is sealed already stays. It never comes back from main. */
  clientSecret: z.string(),
  redirectUri: z.string(),
  postLogoutRedirectUri: z.string(),
  scopes: z.array(z.string()),
  prompt: z.enum(['', 'none', 'login', 'consent', 'select_account']),
  /** Seconds; empty: not asked. */
  maximumAge: z.string(),
  acrValues: z.array(z.string()),
  loginHint: z.string(),
  tenants: z.array(z.string()),
  emailTrust: EmailTrust,
})
export type TypedClient = z.infer<typeof TypedClient>

/** Both sides of a connection by OpenID Connect. A problem leaves the connection as it was. */
export const openidIpc = {
  /** An issuer, or the address of its discovery document; its key set is fetched with it. */
  loadUrl: call(For.extend({ url: z.string() }), Connection),
  /** A discovery document, or the key set of the provider that is loaded already. */
  loadDocument: call(
    For.extend({ source: z.enum(['file', 'paste']), name: z.string(), bytes: z.instanceof(Uint8Array) }),
    Connection,
  ),
  /** Seals the secret; makes the key pair where the client signs its assertions. */
  setClient: call(For.extend({ client: TypedClient }), Connection),
  /** Registers the client at the practice identity provider; where there is none yet, that gives out ID and secret. */
  registerAtPracticeIdp: call(For.extend({ redirectUri: z.string() }), Connection),
}
