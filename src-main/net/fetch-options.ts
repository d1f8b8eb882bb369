import type { Agent } from 'undici'
import type { addressPolicies } from './address/address-policy.ts'

export interface FetchLimits {
  /** For the whole of it: name, connection, redirects and body. */
  readonly timeoutMs: number
  /** After decompression. */
  readonly maximumBytes: number
  /** How many redirects are followed; a request with a body follows none. */
  readonly redirects: number
  readonly signal?: AbortSignal | undefined
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | undefined
  /** PEM, trusted for this request beside the public ones. Verification itself is never switched off. */
  readonly certificateAuthorities?: readonly string[]
  /** Opened before under the same policy and authorities; undefined: one connection for this request alone. */
  readonly connections?: KeptConnections | undefined
}

export interface KeptConnections {
  readonly agent: Agent
  readonly close: () => Promise<void>
}

export interface FetchOptions extends FetchLimits {
  readonly addresses: keyof typeof addressPolicies
}

/** Any status; the address is the last one, after redirects. */
export interface Fetched {
  readonly status: number
  /** Names in lower case; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly url: string
}
