/** Why a logout message changed nothing here. */
export type LogoutRefusal =
  | 'unreadable'
  | 'other-message'
  | 'issuer-unknown'
  | 'destination'
  | 'certificate-missing'
  | 'unsigned'
  | 'signature'
  | 'old'
  | 'used'
  | 'name'
  | 'answer-unknown'

/** `values` are what a person compares: label and value. */
export class LogoutRefused extends Error {
  override readonly name = 'LogoutRefused'
  readonly reason: LogoutRefusal
  readonly values: Readonly<Record<string, string>>

  constructor(reason: LogoutRefusal, values: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
    this.values = values
  }
}
