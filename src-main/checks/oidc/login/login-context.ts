import type { TokenContext } from '../token/token-context.ts'

/** One answer of an endpoint, as received. */
export interface EndpointAnswer {
  readonly status: number
  readonly contentType: string | undefined
  readonly bytes: Uint8Array
}

/** What a login brought, as received. What never came is undefined. */
export interface LoginDelivery {
  /** Parameters of the callback: its query, or the form that was posted. */
  readonly callback: URLSearchParams
  readonly tokenResponse: EndpointAnswer | undefined
  /** Why the token endpoint was not reached; undefined where it was, or was not asked. */
  readonly unreached: string | undefined
  readonly userInfo: EndpointAnswer | undefined
  /** What openid-client says; undefined where it was not asked. */
  readonly secondOpinion:
    | { readonly kind: 'accepted' }
    | { readonly kind: 'refused'; readonly message: string }
    | undefined
}

/** `client`, `provider` and `request` judge the ID Token; `beside` is filled in from what came. */
export interface LoginContext extends Omit<TokenContext, 'beside'> {
  readonly callback: {
    readonly state: string
    /** The discovery document announces `iss` in answers (RFC 9207). */
    readonly issuerAnnounced: boolean
  }
}

export interface LoginSubject {
  readonly delivery: LoginDelivery
  readonly context: LoginContext
}
