import type { RefusalCode } from '#shared/http-api/refusal.ts'
import { type RefusalTextCode, refusalTexts } from '#shared/http-api/refusal-texts.ts'

/** The admin API does not do this, and nothing was changed. `cause` is for the log. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: RefusalTextCode
  readonly error: RefusalCode

  /**
   * @param about.field such as `config.idpSsoUrl`; stands before the sentence that speaks of it
   * @param about.detail what no catalogue can know, such as a domain; stands after the sentence
   */
  constructor(code: RefusalTextCode, about: { field?: string; detail?: string } = {}, options?: ErrorOptions) {
    const { error, says } = refusalTexts[code]
    const { field, detail } = about
    super([field, says, detail === undefined ? undefined : `(${detail})`].filter(Boolean).join(' '), options)
    this.code = code
    this.error = error
  }
}
