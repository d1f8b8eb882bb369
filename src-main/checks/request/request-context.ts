import type { AuthnRequestElement } from '#main/saml/element/authn-request.ts'
import type { JudgingPolicy } from '#shared/model/policy.ts'
import type { SignedMessage } from '../message/signed-message.ts'
import type { TrustedCertificate } from '../response-context.ts'

/** What a sign-in request is judged against: what each side's metadata says. What is undefined is not judged. */
export interface RequestContext {
  readonly now: Date
  readonly policy: JudgingPolicy
  readonly serviceProvider: {
    readonly entityId: string | undefined
    readonly certificates: readonly TrustedCertificate[]
    /** Every ACS URL that is registered; empty: unknown. */
    readonly acsUrls: readonly string[]
    /** Its metadata promises signed requests. */
    readonly signsRequests: boolean
  }
  readonly identityProvider: {
    /** Every sign-in URL; empty: unknown. */
    readonly signInUrls: readonly string[]
    readonly nameIdFormats: readonly string[]
    readonly wantsSignedRequests: boolean
  }
  readonly stopwatch: (() => number) | undefined
}

export interface RequestSubject {
  readonly message: SignedMessage
  readonly element: AuthnRequestElement
  readonly relayState: string | null
  readonly context: RequestContext
}
