import type { KeyObject } from 'node:crypto'
import type { FetchOptions } from '#main/net/fetch-options.ts'
import type { JsonObject } from '../token/parse-json.ts'

/** How the client proves to the token endpoint who it is (OpenID Connect Core §9). */
export type ClientAuthentication =
  | { readonly method: 'client_secret_basic' | 'client_secret_post'; readonly secret: string }
  | { readonly method: 'private_key_jwt'; readonly key: KeyObject; readonly keyId: string; readonly algorithm: string }
  /** A public client: PKCE alone ties the code to it. */
  | { readonly method: 'none' }

/** One client at one provider. */
export interface RelyingParty {
  /** The provider's discovery document, as it was judged and stored: nothing is discovered anew during a login. */
  readonly provider: JsonObject
  readonly clientId: string
  readonly authentication: ClientAuthentication
  readonly redirectUri: string
  /** Fixed when the client was registered; undefined: any that the provider announces. */
  readonly signingAlgorithm: string | undefined
  /** Private keys that open encrypted ID Tokens, by the name under which the provider knows their public part. */
  readonly decryptionKeys: readonly { readonly key: KeyObject; readonly keyId: string }[]
  readonly clockSkewSeconds: number
  /** Which machines may be asked, and whose certificates are trusted beside the public ones. */
  readonly network: Pick<FetchOptions, 'addresses' | 'certificateAuthorities' | 'signal' | 'connections'>
}

/** What a login asks for beside the usual. Undefined: not asked. */
export interface LoginWishes {
  readonly scopes: readonly string[]
  readonly prompt?: 'none' | 'login' | 'consent' | 'select_account' | undefined
  /** Seconds. */
  readonly maximumAge?: number | undefined
  readonly acrValues?: readonly string[] | undefined
  readonly loginHint?: string | undefined
  /** Of this provider's own, such as `hd` of Google or `domain_hint` of Microsoft. */
  readonly more?: Readonly<Record<string, string>> | undefined
}

/** What is remembered from the request to the answer: single use, bound to one browser and one connection. */
export interface BegunLogin {
  /** Where the browser is sent. */
  readonly url: string
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly maximumAge: number | undefined
}
