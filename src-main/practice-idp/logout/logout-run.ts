import type { NameIdValues } from '#main/saml/identity-provider/response-values.ts'
import type { RegisteredServiceProvider } from '../service-providers/read-service-provider.ts'

/** A session that an application has of its own, by what it was told. */
export interface Participation {
  /** Entity ID. */
  readonly serviceProvider: string
  readonly nameId: NameIdValues
  readonly sessionIndex: string
}

/** One sign-out, from application to application (SAML Profiles §4.4.3.3). Here the session is over before it begins. */
export interface LogoutRun {
  /** Not asked yet. */
  readonly remaining: readonly Participation[]
  /** Entity IDs of those that did not end theirs, as far as it is known. */
  readonly stayed: readonly string[]
  /** Entity ID of the one that is asked now. */
  readonly asked: string | undefined
  /** Who began it, and awaits an answer; undefined where it began here. */
  readonly asker:
    | {
        readonly serviceProvider: RegisteredServiceProvider
        readonly requestId: string
        readonly relayState: string | null
      }
    | undefined
}

/** Of one session here. @param index its SessionIndex */
export const participationsIn = ({
  participants,
  index,
}: {
  readonly participants: ReadonlyMap<string, NameIdValues>
  readonly index: string
}): Participation[] =>
  [...participants].map(([serviceProvider, nameId]) => ({ serviceProvider, nameId, sessionIndex: index }))
