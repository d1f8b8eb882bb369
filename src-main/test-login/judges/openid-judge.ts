import { judgeOidcLogin } from '#main/checks/judge-oidc-login.ts'
import { judgeToken } from '#main/checks/judge-token.ts'
import type { LoginContext, LoginDelivery } from '#main/checks/oidc/login/login-context.ts'
import { readTokens } from '#main/checks/oidc/login/token-response.ts'
import { tokenWhatIf } from '#main/checks/what-if/token-what-if.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { fetchKeySet } from '#main/oidc/discovery/fetch-provider.ts'
import { beginLogin, LoginNotBegun } from '#main/oidc/relying-party/begin-login.ts'
import { endSessionUrl } from '#main/oidc/relying-party/end-session-url.ts'
import { type FinishedLogin, finishLogin } from '#main/oidc/relying-party/finish-login.ts'
import { refreshLogin } from '#main/oidc/relying-party/refresh-login.ts'
import type { ClientAuthentication, RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'
import type { OpenidRun } from '#shared/model/openid-run.ts'
import type { LoginWishes } from '#shared/model/openid-side.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import type { TokenJudgement } from '#shared/model/token-judgement.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { commonJudgement } from '../openid/common-judgement.ts'
import { type CompleteOpenid, testedOpenid } from '../openid/complete-openid.ts'
import { keysIn, loginContext } from '../openid/login-context.ts'
import { callbackParameters, shownCallback } from '../openid/read-openid-callback.ts'
import { shownDocuments } from '../openid/shown-documents.ts'
import { shownExchanges } from '../openid/shown-exchanges.ts'
import { askedFor, notBegun } from '../openid/shown-request.ts'
import type { BegunOpenidLogin, LoginJudge, SignOut } from '../run/login-judge.ts'
import type { CaughtCallback } from '../run/login-transport.ts'
import type { TestedLogin } from './application-judge.ts'

export interface OpenidJudgeOptions {
  readonly connection: CompleteOpenid
  readonly authentication: ClientAuthentication
  /** Where this login comes back to, where that is not the connection's own (RFC 8252 §7.3: any port of this computer). */
  readonly redirectUri?: string | undefined
  /** The sign-out at the provider is tested after the sign-in. */
  readonly signsOut?: boolean | undefined
  readonly clock: () => Date
  /** Cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array
  /** Milliseconds. */
  readonly stopwatch: () => number
  readonly configurationSha256: (configuration: unknown) => string
  readonly vouch: (tested: TestedLogin) => Receipt
}

/** For a client of an OpenID provider: this computer asks in its name, redeems the code, and judges by the connection's policy. */
export const openidJudge = (options: OpenidJudgeOptions): LoginJudge<BegunOpenidLogin> => ({
  begin: async (): Promise<BegunOpenidLogin> => {
    const { connection, random } = options
    const party = partyOf(options)
    const configurationSha256 = options.configurationSha256(testedOpenid(connection))
    const callbackUrl = party.redirectUri
    const begun = await beginLogin(party, wishesOf(connection), random).catch(orNotBegun)
    if (begun instanceof LoginNotBegun) {
      const { asked, refused } = await notBegun(party, begun)
      const start = { url: asked.request.endpoint, form: null }
      return { openid: { ...nothingYet, ...asked }, refused, start, callbackUrl, configurationSha256, judge: never }
    }
    const openid = { ...nothingYet, ...askedFor(party, begun) }
    return {
      openid,
      start: { url: begun.url, form: null },
      callbackUrl,
      configurationSha256,
      signsOut: options.signsOut,
      judge: (caught, signal, onChange) => {
        const login = { options, party, begun, configurationSha256, signal }
        return redeemAndJudge(login, openid, caught, onChange)
      },
    }
  },
})

function orNotBegun(error: unknown): LoginNotBegun {
  if (error instanceof LoginNotBegun) return error
  throw error
}

const never = () => Promise.reject(new Error('nothing was asked'))

const nothingYet = {
  callback: null,
  token: null,
  documents: {},
  signatures: [],
  refresh: null,
  logout: null,
  whatIf: [],
} as const satisfies Partial<OpenidRun>

interface LoginUnderWay {
  readonly options: OpenidJudgeOptions
  readonly party: RelyingParty
  readonly begun: Awaited<ReturnType<typeof beginLogin>>
  readonly configurationSha256: string
  readonly signal: AbortSignal
}

async function redeemAndJudge(
  login: LoginUnderWay,
  asked: OpenidRun,
  caught: CaughtCallback,
  onChange: (openid: OpenidRun) => void,
) {
  const { options, begun, configurationSha256, signal } = login
  const { connection, clock, stopwatch } = options
  const party = { ...login.party, network: { ...login.party.network, signal } }
  const callback = callbackParameters(caught)
  const called = { ...asked, callback: shownCallback(caught, callback, clock()) }
  onChange(called)
  const jwks = await keySetNow(connection, signal)
  const finished = await finishLogin(party, begun, callback, jwks && { json: jwks, fetchedAt: clock() })
  signal.throwIfAborted()
  const testedAt = clock()
  const context = loginContext(connection, { party, begun }, jwks, testedAt, stopwatch)
  const delivery = deliveryOf(callback, finished)
  const token = await judgeOidcLogin(delivery, context)
  const refreshed = await refresh(party, finished, token, context)
  const openid: OpenidRun = {
    ...called,
    exchanges: [
      ...called.exchanges,
      ...shownExchanges(party.provider, [...finished.exchanges, ...refreshed.exchanges]),
    ],
    token: token.token,
    documents: shownDocuments(finished),
    signatures: token.signatures,
    refresh: refreshed.shown,
    logout: options.signsOut && token.verdict === 'accepted' ? whyNoSignOut(party, connection) : null,
    whatIf: token.verdict === 'accepted' ? [] : await explain(delivery, context, connection),
  }
  const judgement = commonJudgement(token)
  const message = Buffer.from(readTokens(delivery).idToken ?? callback.toString())
  // Whom an application elsewhere knows is not ours to say.
  return {
    judgement,
    outcome: null,
    signOut: token.verdict === 'accepted' ? signOutOf(login, finished) : undefined,
    receipt: options.vouch({ configurationSha256, judgement, message, testedAt }),
    openid,
  }
}

function signOutOf({ options, party }: LoginUnderWay, { tokens }: FinishedLogin): SignOut | undefined {
  const { postLogoutRedirectUri: callbackUrl } = options.connection.openidClient
  if (!options.signsOut || callbackUrl === null) return undefined
  const state = Buffer.from(options.random(STATE_BYTES)).toString('base64url')
  const url = endSessionUrl(party, { idToken: tokens?.idToken, returnTo: callbackUrl, state })
  return url === undefined ? undefined : { start: { url, form: null }, callbackUrl, state }
}

const STATE_BYTES = 16

/** What stands in the way of a sign-out; null where nothing does. */
function whyNoSignOut({ provider }: RelyingParty, { openidClient }: CompleteOpenid): OpenidRun['logout'] {
  if (typeof provider.end_session_endpoint !== 'string')
    return { worked: false, says: 'The provider offers no sign-out: it names no end_session_endpoint.' }
  if (openidClient.postLogoutRedirectUri === null)
    return { worked: false, says: 'There is no post-logout redirect URI that the provider could send the browser to.' }
  return null
}

function partyOf({ connection, authentication, redirectUri }: OpenidJudgeOptions): RelyingParty {
  const { openidProvider, openidClient, policy } = connection
  const document = readJsonDocument(Buffer.from(openidProvider.discoveryJson), 'discovery')
  if (isRefusal(document)) throw new InputRefused('openid.not-discovery')
  return {
    provider: document.object,
    clientId: openidClient.clientId,
    authentication,
    redirectUri: redirectUri ?? openidClient.redirectUri,
    signingAlgorithm: undefined,
    decryptionKeys: [],
    clockSkewSeconds: policy.clockSkewSeconds,
    network: { addresses: 'any' },
  }
}

const wishesOf = ({ openidClient: { wishes } }: { openidClient: { wishes: LoginWishes } }) => ({
  scopes: wishes.scopes,
  prompt: wishes.prompt ?? undefined,
  maximumAge: wishes.maximumAge ?? undefined,
  acrValues: wishes.acrValues.length === 0 ? undefined : wishes.acrValues,
  loginHint: wishes.loginHint ?? undefined,
})

const deliveryOf = (callback: URLSearchParams, finished: FinishedLogin): LoginDelivery => ({
  callback,
  tokenResponse: finished.tokenResponse,
  unreached: finished.unreached,
  userInfo: finished.userInfo,
  secondOpinion: finished.opinion,
})

/** As it is published now: keys rotate. Where it cannot be had, the one that was loaded with the provider. */
async function keySetNow({ openidProvider }: CompleteOpenid, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const { discoveryJson, jwksJson } = openidProvider
  const kept = jwksJson === null ? undefined : Buffer.from(jwksJson)
  try {
    return (await fetchKeySet(Buffer.from(discoveryJson), { addresses: 'any', signal }))?.bytes ?? kept
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error
    return kept
  }
}

/** OpenID Connect Core §12: what a refresh brings speaks of the same person. */
async function refresh(
  party: RelyingParty,
  { tokens }: FinishedLogin,
  { identity }: TokenJudgement,
  context: LoginContext,
) {
  if (identity === null || tokens?.refreshToken === undefined) return { exchanges: [], shown: null }
  const { opinion, tokenResponse, exchanges } = await refreshLogin(party, tokens.refreshToken)
  const shown = (worked: boolean, says: string) => ({ exchanges, shown: { worked, says } })
  if (opinion.kind === 'refused') return shown(false, `The refresh was refused: ${opinion.message}`)
  const { idToken } = readTokens({ ...deliveryOf(new URLSearchParams(), { tokenResponse } as FinishedLogin) })
  if (idToken === undefined) return shown(true, 'The refresh token brought a new access token, and no ID Token.')
  const { verdict, findings } = await judgeToken(idToken, {
    ...context,
    request: { ...context.request, nonce: undefined, subject: identity.subject },
    beside: { accessToken: undefined, code: undefined, userInfo: undefined },
  })
  const cause = findings.find(({ rootCause }) => rootCause)
  return verdict === 'accepted'
    ? shown(true, 'The refresh token brought a new ID Token of the same person.')
    : shown(false, `The ID Token of the refresh would be refused. ${cause?.title ?? ''}`.trim())
}

/** Which single change would have it accepted; the keys that were loaded with the provider are one. */
async function explain(delivery: LoginDelivery, context: LoginContext, { openidProvider }: CompleteOpenid) {
  const { idToken, accessToken } = readTokens(delivery)
  if (idToken === undefined) return []
  const code = delivery.callback.get('code') ?? undefined
  const loaded = openidProvider.jwksJson === null ? [] : (keysIn(Buffer.from(openidProvider.jwksJson)) ?? [])
  const beside = { accessToken, code, userInfo: undefined }
  return tokenWhatIf(idToken, { ...context, beside }, { keys: loaded, privateKeys: [] })
}
