import type { Exchange } from '#main/oidc/relying-party/exchange.ts'
import type { JsonObject } from '#main/oidc/token/parse-json.ts'
import type { OpenidExchange } from '#shared/model/openid-run.ts'

/** Everything that went over the wire, secrets masked, with what each was for. */
export const shownExchanges = (provider: JsonObject, exchanges: readonly Exchange[]): OpenidExchange[] =>
  exchanges.map((exchange) => {
    const { method, url, headers, form, answer, failure } = exchange
    return {
      purpose: purposeOf(provider, exchange),
      method,
      url,
      headers: { ...headers },
      form: form && { ...form },
      answer: answer && { ...answer, headers: { ...answer.headers } },
      failure,
    }
  })

const members = {
  pushed_authorization_request_endpoint: 'pushed-request',
  userinfo_endpoint: 'user-info',
  jwks_uri: 'key-set',
  token_endpoint: 'token',
} as const satisfies Record<string, OpenidExchange['purpose']>

function purposeOf(provider: JsonObject, { url, form }: Exchange): OpenidExchange['purpose'] {
  if (form?.grant_type === 'refresh_token') return 'refresh'
  const found = Object.entries(members).find(([member]) => isAddress(provider[member], url))
  return found === undefined ? 'other' : found[1]
}

const isAddress = (member: unknown, url: string) =>
  typeof member === 'string' && URL.canParse(member) && new URL(member).href === url
