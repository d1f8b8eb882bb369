/** Why a request is not answered to the application: it is not known well enough to send anyone there. */
export type RequestRefusal =
  | 'message-missing'
  | 'message-garbled'
  | 'message-too-large'
  | 'not-xml'
  | 'not-an-authn-request'
  | 'id-missing'
  | 'issuer-missing'
  | 'destination'
  | 'unknown-service-provider'
  | 'acs-unknown'
  | 'binding-unsupported'
  | 'signature-missing'
  | 'signature-wrong'
  | 'login-expired'

/** `values` are what a person compares: label and value. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused'
  readonly reason: RequestRefusal
  readonly values: Readonly<Record<string, string>>

  constructor(reason: RequestRefusal, values: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
    this.values = values
  }
}
