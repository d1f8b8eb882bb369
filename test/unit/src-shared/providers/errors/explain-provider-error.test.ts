import { describe, expect, test } from 'vitest'
import { explainProviderError } from '#shared/providers/errors/explain-provider-error.ts'

describe('explains what providers say', () => {
  test.each([
    [
      "AADSTS50011: The redirect URI 'https://app/cb' specified in the request does not match",
      'AADSTS50011',
      'idp-admin',
    ],
    ['invalid_client AADSTS7000215: Invalid client secret provided.', 'AADSTS7000215', 'sp-admin'],
    ['Error 400: redirect_uri_mismatch', 'redirect_uri_mismatch', 'idp-admin'],
    ['access_denied User is not assigned to the client application.', 'not assigned', 'idp-admin'],
    ['invalid_request PKCE code_verifier missing', 'PKCE', 'user'],
    ['unauthorized Callback URL mismatch. The provided redirect_uri is not in the list', 'redirect URI', 'idp-admin'],
    ['unauthorized_client Invalid client or Invalid client credentials', 'client secret', 'sp-admin'],
    ['invalid_grant Code not valid', 'code', 'user'],
  ])('%s', (text, code, owner) => {
    expect(explainProviderError(text)).toMatchObject({ code, owner })
  })

  test.each(['', 'AADSTS1', 'AADSTS99999999', 'server_error', 'constructor __proto__ has_own_property'])(
    'and leaves “%s” as it is',
    (text) => {
      expect(explainProviderError(text)).toBeUndefined()
    },
  )
})
