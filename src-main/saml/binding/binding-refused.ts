/** Why a form field or a query is not a SAML message. */
export type BindingRefusal =
  | 'empty'
  | 'not-base64'
  | 'not-url-encoded'
  | 'not-deflated'
  | 'too-large'
  | 'message-missing'
  | 'parameter-repeated'
  | 'encoding-unknown'

export class BindingRefused extends Error {
  override readonly name = 'BindingRefused'
  readonly reason: BindingRefusal

  constructor(reason: BindingRefusal, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}
