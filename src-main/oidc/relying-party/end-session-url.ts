import type { RelyingParty } from './relying-party.ts'

interface EndSession {
  /** Tells the provider whose session it is, so that it need not ask. */
  readonly idToken: string | undefined
  /** Registered for this client; undefined: the browser stays at the provider. */
  readonly returnTo: string | undefined
  readonly state: string | undefined
}

/**
 * Where the browser is sent to sign out at the provider (OpenID Connect RP-Initiated Logout §2).
 * @returns undefined where the provider offers no logout
 */
export function endSessionUrl({ provider, clientId }: RelyingParty, wanted: EndSession): string | undefined {
  const { end_session_endpoint: endpoint } = provider
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return undefined
  const url = new URL(endpoint)
  const parameters = {
    client_id: clientId,
    id_token_hint: wanted.idToken,
    post_logout_redirect_uri: wanted.returnTo,
    state: wanted.state,
  }
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value)
  return url.href
}
