import type { KeyObject } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Account, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { ProviderMemory } from './memory-adapter.ts'

/** Who can sign in, as claims (OpenID Connect Core §5.1). `sub` names the account. */
export interface ProviderAccount {
  readonly sub: string
  readonly [claim: string]: unknown
}

export interface ProviderClient {
  readonly clientId: string
  /** Undefined: a public client, held to PKCE. */
  readonly clientSecret: string | undefined
  readonly authentication: 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none'
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[] | undefined
  /** Public keys by which it signs (`private_key_jwt`): a JWK Set. */
  readonly jwks?: { readonly keys: readonly object[] } | undefined
}

export interface ProviderOptions {
  /** Also where it is mounted: its path stands in front of every endpoint. */
  readonly issuer: string
  readonly signingKey: { readonly privateKey: KeyObject; readonly keyId: string }
  readonly cookieSecret: string
  /** Keeps the cookies of two providers on one machine apart: cookies ignore ports. */
  readonly cookieSuffix: string
  readonly findAccount: (sub: string) => ProviderAccount | undefined
  /** Path of the page that asks who signs in. */
  readonly signInPath: (interaction: string) => string
  readonly renderError: (error: { readonly error: string; readonly description: string | undefined }) => string
  /** The page that asks whether to sign out. @param form without a button: `logout=yes` says so */
  readonly renderSignOut: (form: string, formId: string) => string
  readonly renderSignedOut: () => string
  readonly clock: () => Date
}

export interface OpenProvider {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  readonly registerClient: (client: ProviderClient) => Promise<void>
  /** Of the browser that made this request. @throws where it has none or it has expired */
  readonly signInAsked: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<{ readonly clientId: string; readonly prompt: string }>
  /** Answers a request for consent: the administrator has consented for all. */
  readonly consent: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Sends the browser on to the application. */
  readonly signIn: (
    request: IncomingMessage,
    response: ServerResponse,
    sub: string,
    secondFactor: boolean,
  ) => Promise<void>
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Opens a provider. It is loaded here and not before: the library takes a while, and keeps the time of the real clock. */
export async function openProvider(options: ProviderOptions): Promise<OpenProvider> {
  const { Provider } = await import('oidc-provider')
  const memory = new ProviderMemory(options.clock)
  const provider = new Provider(options.issuer, configuration(options, memory))
  const handle = provider.callback()
  const clients = memory.adapter('Client')
  return {
    handle,
    registerClient: async (client) => clients.upsert(client.clientId, registration(client), Number.POSITIVE_INFINITY),
    signInAsked: async (request, response) => {
      const { params, prompt } = await provider.interactionDetails(request, response)
      return { clientId: String(params.client_id), prompt: prompt.name }
    },
    consent: (request, response) =>
      provider.interactionFinished(request, response, { consent: {} }, { mergeWithLastSubmission: true }),
    signIn: (request, response, sub, secondFactor) =>
      provider.interactionFinished(
        request,
        response,
        // RFC 8176 §2.
        { login: { accountId: sub, amr: secondFactor ? ['pwd', 'otp', 'mfa'] : ['pwd'] } },
        { mergeWithLastSubmission: false },
      ),
  }
}

/** Client metadata (OpenID Connect Registration §2). Own schemes and plain http are for applications on a device. */
function registration({ clientId, clientSecret, authentication, redirectUris, ...more }: ProviderClient) {
  const isNative = redirectUris.some((address) => !address.startsWith('https:'))
  return {
    client_id: clientId,
    ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
    token_endpoint_auth_method: authentication,
    application_type: isNative ? ('native' as const) : ('web' as const),
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...(more.postLogoutRedirectUris ?? [])],
    grant_types: ['authorization_code', 'refresh_token'],
    ...(more.jwks === undefined ? {} : { jwks: { keys: [...more.jwks.keys] } }),
  }
}

function configuration(options: ProviderOptions, memory: ProviderMemory): Configuration {
  const {
    signingKey,
    cookieSecret,
    cookieSuffix,
    findAccount,
    signInPath,
    renderError,
    renderSignOut,
    renderSignedOut,
  } = options
  const cookie = (name: string) => `practice_op_${name}_${cookieSuffix}`
  return {
    adapter: memory.adapter,
    jwks: {
      keys: [{ ...signingKey.privateKey.export({ format: 'jwk' }), kid: signingKey.keyId, alg: 'RS256', use: 'sig' }],
    } as NonNullable<Configuration['jwks']>,
    cookies: {
      keys: [cookieSecret],
      names: { session: cookie('session'), interaction: cookie('interaction'), resume: cookie('resume') },
    },
    scopes: ['openid', 'email', 'profile', 'groups', 'offline_access'],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['given_name', 'family_name', 'name', 'preferred_username'],
      groups: ['groups'],
    },
    // As the identity providers of organisations do: what was asked for is in the ID Token, not in UserInfo alone.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.type = 'html'
          ctx.body = renderSignOut(form, 'op.logoutForm')
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.type = 'html'
          ctx.body = renderSignedOut()
        },
      },
    },
    interactions: { url: (_ctx, { uid }) => signInPath(uid) },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    findAccount: (_ctx, sub) => accountOf(findAccount(sub)),
    loadExistingGrant: consentToEverything,
    clientBasedCORS: () => false,
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html'
      ctx.body = renderError({ error, description })
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: MINUTE,
      Grant: 8 * HOUR,
      IdToken: 5 * MINUTE,
      Interaction: 10 * MINUTE,
      RefreshToken: 8 * HOUR,
      Session: 8 * HOUR,
    },
  }
}

const accountOf = (account: ProviderAccount | undefined): Account | undefined =>
  account && { accountId: account.sub, claims: async () => ({ ...account }) }

/** People of an organisation are not asked: its administrator has consented for all. */
async function consentToEverything({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider, params } = oidc
  if (client === undefined || session?.accountId === undefined) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(String(params?.scope ?? 'openid'))
  await grant.save()
  return grant
}
