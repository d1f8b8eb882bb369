import { entraErrors } from './entra.ts'
import { googleErrors } from './google.ts'
import type { ProviderErrorText } from './provider-error.ts'
import { errorSentences } from './sentences.ts'

export interface ExplainedError extends ProviderErrorText {
  /** As the provider calls it. */
  readonly code: string
}

/**
 * What a provider's error means where it has a code, or a sentence, that we know: of an error page, a callback or a token answer.
 * @param text whatever the provider said, codes and descriptions together
 */
export function explainProviderError(text: string): ExplainedError | undefined {
  const codes = text.match(/AADSTS\d{4,7}|[a-z]+(?:_[a-z]+)+/g) ?? []
  for (const code of codes) {
    const known = Object.hasOwn(entraErrors, code)
      ? entraErrors[code]
      : Object.hasOwn(googleErrors, code)
        ? googleErrors[code]
        : undefined
    if (known !== undefined) return { code, ...known }
  }
  const said = errorSentences.find(({ sentence }) => sentence.test(text))
  return said && { code: said.code, says: said.says, owner: said.owner, fix: said.fix }
}
