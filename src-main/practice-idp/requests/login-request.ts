/** A login somebody asked for, waiting for a person. */
export interface LoginRequest {
  readonly serviceProvider: string
  readonly acsUrl: string
  /** ID of the AuthnRequest; undefined where the login begins here. */
  readonly inResponseTo: string | undefined
  readonly relayState: string | null
  readonly forceAuthn: boolean
  readonly isPassive: boolean
  readonly nameIdFormat: string | undefined
}
