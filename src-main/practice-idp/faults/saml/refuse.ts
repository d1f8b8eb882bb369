import type { ResponseValues } from '#main/saml/identity-provider/response-values.ts'

/** SAML Core §3.2.2.2: not Success, and no assertion. */
export const refuse =
  (code: string, subCode: string, message: string) =>
  (response: ResponseValues): ResponseValues => ({
    ...response,
    encryptTo: undefined,
    assertion: undefined,
    status: { code, subCode, message },
  })
