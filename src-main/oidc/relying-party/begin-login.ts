import { createHash } from 'node:crypto'
import * as client from 'openid-client'
import { withClient } from './configure-client.ts'
import type { Exchange } from './exchange.ts'
import { messageOf } from './received-answer.ts'
import { startRecording } from './recording-fetch.ts'
import type { BegunLogin, LoginWishes, RelyingParty } from './relying-party.ts'

/** Bytes of state, nonce and PKCE verifier each: nobody guesses them (RFC 7636 §4.1, RFC 6749 §10.10). */
const RANDOM_BYTES = 32

/** What ties the answer to the request. Each is used once, and nobody guesses it. */
export interface LoginSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

export const randomSecrets = (random: (bytes: number) => Uint8Array): LoginSecrets => ({
  state: token(random),
  nonce: token(random),
  codeVerifier: token(random),
})

/** @param random cryptographic */
export const beginLogin = (party: RelyingParty, wishes: LoginWishes, random: (bytes: number) => Uint8Array) =>
  beginLoginWith(party, wishes, randomSecrets(random))

/**
 * Writes the authorization request: code flow with state, nonce and PKCE S256, always all three. Where the provider demands or
 * offers pushed requests (RFC 9126), the parameters go to it directly and the browser carries a reference only.
 * @throws {LoginNotBegun} where a pushed request is refused
 */
export async function beginLoginWith(
  party: RelyingParty,
  wishes: LoginWishes,
  { state, nonce, codeVerifier }: LoginSecrets,
): Promise<BegunLogin & { readonly exchanges: readonly Exchange[] }> {
  const recording = startRecording(party)
  const parameters = parametersOf(party, wishes, { state, nonce, codeVerifier })
  const url = await withClient(party, recording, undefined, async (config) =>
    wantsPushedRequest(party)
      ? client.buildAuthorizationUrlWithPAR(config, parameters)
      : client.buildAuthorizationUrl(config, parameters),
  ).catch((cause) => {
    throw new LoginNotBegun(cause, recording.exchanges)
  })
  return { url: url.href, state, nonce, codeVerifier, maximumAge: wishes.maximumAge, exchanges: recording.exchanges }
}

/** The provider took no pushed request (RFC 9126 §2.3). `cause` is what openid-client threw. */
export class LoginNotBegun extends Error {
  override readonly name = 'LoginNotBegun'
  readonly exchanges: readonly Exchange[]

  constructor(cause: unknown, exchanges: readonly Exchange[]) {
    super(messageOf(cause), { cause })
    this.exchanges = exchanges
  }
}

const token = (random: (bytes: number) => Uint8Array) => Buffer.from(random(RANDOM_BYTES)).toString('base64url')

export const wantsPushedRequest = ({ provider }: RelyingParty): boolean =>
  typeof provider.pushed_authorization_request_endpoint === 'string'

function parametersOf(
  { redirectUri }: RelyingParty,
  { scopes, prompt, maximumAge, acrValues, loginHint, more }: LoginWishes,
  { state, nonce, codeVerifier }: LoginSecrets,
): URLSearchParams {
  const wished = {
    prompt,
    max_age: maximumAge === undefined ? undefined : String(maximumAge),
    acr_values: acrValues?.join(' '),
    login_hint: loginHint,
    ...more,
  }
  const given = Object.entries(wished).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new URLSearchParams([
    ...given,
    ['response_type', 'code'],
    ['redirect_uri', redirectUri],
    ['scope', [...new Set(['openid', ...scopes])].join(' ')],
    ['state', state],
    ['nonce', nonce],
    ['code_challenge', createHash('sha256').update(codeVerifier, 'ascii').digest('base64url')],
    ['code_challenge_method', 'S256'],
  ])
}
