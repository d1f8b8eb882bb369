/** Why the practice identity provider did not do what its owner asked. */
export type PracticeIdpRefusal =
  | 'port-taken'
  | 'port-forbidden'
  | 'no-exercise'
  | 'metadata-unreadable'
  | 'metadata-several'
  | 'metadata-without-service-provider'
  | 'metadata-without-entity-id'
  | 'metadata-without-acs'
  | 'metadata-certificate'

/** `detail` is a bare value: the port, the parser's word, the name of a binding. */
export class PracticeIdpRefused extends Error {
  override readonly name = 'PracticeIdpRefused'
  readonly reason: PracticeIdpRefusal
  readonly detail: string

  constructor(reason: PracticeIdpRefusal, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options)
    this.reason = reason
    this.detail = detail
  }
}
