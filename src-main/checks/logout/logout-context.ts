import type { KeyObject } from 'node:crypto'
import type { LogoutMessageElement } from '#main/saml/element/logout-message.ts'
import type { JudgingPolicy } from '#shared/model/policy.ts'
import type { SignedMessage } from '../message/signed-message.ts'
import type { TrustedCertificate } from '../response-context.ts'

/** What a logout message is judged against. What is undefined is not judged. */
export interface LogoutContext {
  readonly now: Date
  readonly policy: JudgingPolicy
  readonly identityProvider: {
    readonly entityId: string | undefined
    readonly certificates: readonly TrustedCertificate[]
  }
  readonly serviceProvider: {
    /** Our logout URL. */
    readonly logoutUrl: string | undefined
    readonly decryptionKeys: readonly KeyObject[]
  }
  /** ID of the LogoutRequest that a LogoutResponse must answer. */
  readonly requestId: string | undefined
  readonly stopwatch: (() => number) | undefined
}

export interface LogoutSubject {
  readonly message: SignedMessage
  readonly element: LogoutMessageElement
  readonly relayState: string | null
  readonly context: LogoutContext
}
