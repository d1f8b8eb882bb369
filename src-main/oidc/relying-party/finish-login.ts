import * as client from 'openid-client'
import { type KeySet, withClient } from './configure-client.ts'
import type { Exchange } from './exchange.ts'
import { answered, type ClientOpinion, messageOf, type ReceivedAnswer } from './received-answer.ts'
import { type Recording, startRecording } from './recording-fetch.ts'
import type { BegunLogin, RelyingParty } from './relying-party.ts'

/** What a login brought, raw: openid-client's opinion of it is one thing, our judgement another. */
export interface FinishedLogin {
  readonly opinion: ClientOpinion
  readonly tokenResponse: ReceivedAnswer | undefined
  readonly unreached: string | undefined
  readonly userInfo: ReceivedAnswer | undefined
  /** Set where the library accepted. */
  readonly tokens:
    | {
        readonly refreshToken: string | undefined
        readonly idToken: string | undefined
        readonly expiresIn: number | undefined
      }
    | undefined
  readonly exchanges: readonly Exchange[]
}

/**
 * Redeems the code (OpenID Connect Core §3.1.3) and asks UserInfo. Never throws for what the provider answers: the raw token
 * response is there to be judged, also where openid-client refused it.
 * @param callback the address the browser was sent back to, with its query
 */
export async function finishLogin(
  party: RelyingParty,
  begun: Pick<BegunLogin, 'state' | 'nonce' | 'codeVerifier' | 'maximumAge'>,
  callback: URLSearchParams,
  keySet: KeySet | undefined,
): Promise<FinishedLogin> {
  const recording = startRecording(party)
  try {
    const tokens = await withClient(party, recording, keySet, (config) => redeem(config, party, begun, callback))
    const kept = { refreshToken: tokens.refresh_token, idToken: tokens.id_token, expiresIn: tokens.expiresIn() }
    return { opinion: { kind: 'accepted' }, tokens: kept, ...received(party, recording) }
  } catch (error) {
    return { opinion: { kind: 'refused', message: messageOf(error) }, tokens: undefined, ...received(party, recording) }
  }
}

async function redeem(
  config: client.Configuration,
  party: RelyingParty,
  begun: Pick<BegunLogin, 'state' | 'nonce' | 'codeVerifier' | 'maximumAge'>,
  callback: URLSearchParams,
): Promise<Tokens> {
  // The redirect URI goes with the code exactly as it was sent: never an address that the browser shows.
  const address = new URL(party.redirectUri)
  address.search = callback.toString()
  const checks = {
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    pkceCodeVerifier: begun.codeVerifier,
    idTokenExpected: true,
    ...(begun.maximumAge === undefined ? {} : { maxAge: begun.maximumAge }),
  }
  const tokens = await client.authorizationCodeGrant(config, address, checks, { redirect_uri: party.redirectUri })
  await askUserInfo(config, tokens, party)
  return tokens
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>

async function askUserInfo(config: client.Configuration, tokens: Tokens, { provider }: RelyingParty): Promise<void> {
  const subject = tokens.claims()?.sub
  if (subject === undefined || typeof provider.userinfo_endpoint !== 'string') return
  await client.fetchUserInfo(config, tokens.access_token, subject)
}

function received({ provider }: RelyingParty, recording: Recording) {
  const endpoint = (name: string) => {
    const address = provider[name]
    return typeof address === 'string' && URL.canParse(address) ? new URL(address).href : ''
  }
  const tokenEndpoint = endpoint('token_endpoint')
  return {
    tokenResponse: answered(recording.answerOf(tokenEndpoint)),
    unreached: recording.failureOf(tokenEndpoint)?.message,
    userInfo: answered(recording.answerOf(endpoint('userinfo_endpoint'))),
    exchanges: recording.exchanges,
  }
}
