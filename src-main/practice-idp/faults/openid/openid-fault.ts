import type { KeyObject } from 'node:crypto'
import type { Scene } from '../fault.ts'

export type Claims = Readonly<Record<string, unknown>>

/** An ID Token about to be signed. */
export interface UnsignedToken {
  readonly header: Claims
  readonly claims: Claims
  readonly key: KeyObject
}

/** What is answered to a request, whole. */
export interface WholeAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** One deliberate mistake of the OpenID provider, made in what it answers on its way out. */
export interface OpenidFault {
  /** Of the ID Token and UserInfo. */
  readonly profile?: (claims: Claims) => Claims
  /** Of the ID Token, before it is signed. */
  readonly token?: (token: UnsignedToken, scene: Scene) => UnsignedToken | Promise<UnsignedToken>
  /** Writes the token in compact form in its own way. */
  readonly signed?: (token: UnsignedToken) => string
  /** Members of the key set. */
  readonly keys?: (keys: readonly Claims[], scene: Scene) => Promise<readonly Claims[]>
  /** What the browser brings back to the application. */
  readonly callback?: (parameters: URLSearchParams) => void
  /** In place of the token endpoint's answer. */
  readonly tokenAnswer?: WholeAnswer
  /** The client secret it knows. */
  readonly clientSecret?: (secret: string) => string
}

export const withClaims =
  (change: (claims: Claims) => Claims) =>
  (token: UnsignedToken): UnsignedToken => ({ ...token, claims: change(token.claims) })
