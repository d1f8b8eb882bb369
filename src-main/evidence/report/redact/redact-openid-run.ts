import type { OpenidExchange } from '#shared/model/openid-run.ts'
import { mapStrings } from '../map-strings.ts'
import type { ReportOpenidRun } from '../openid-report.ts'
import { maskValue } from './mask-value.ts'

type Mask = (text: string) => string
type Fields = Readonly<Record<string, string>>

/** The login without the person: what the protocol itself says stays, everything else only shows what it looks like. */
export function redactOpenidRun(run: ReportOpenidRun, mask: Mask): ReportOpenidRun {
  const { request, callback, exchanges } = run
  return {
    ...mapStrings(run, mask),
    request: { ...mapStrings(request, mask), parameters: redactFields(request.parameters, mask) },
    callback: callback && {
      ...mapStrings(callback, mask),
      receivedAt: callback.receivedAt,
      parameters: redactFields(callback.parameters, mask),
    },
    exchanges: exchanges.map((exchange) => redactExchange(exchange, mask)),
    documents: {},
    signatures: run.signatures,
  }
}

function redactExchange(exchange: OpenidExchange, mask: Mask): OpenidExchange {
  const { purpose, form, answer } = exchange
  return {
    ...mapStrings(exchange, mask),
    purpose,
    form: form && redactFields(form, mask),
    answer: answer && {
      ...answer,
      headers: mapStrings(answer.headers, mask),
      body: redactBody(answer.body, mask),
    },
  }
}

/** Of RFC 6749, 7636, 8414 and 9126, OpenID Connect Core and Discovery, and of the errors of Microsoft. Masked values stay masked. */
const said = new Set(
  `response_type response_mode client_id redirect_uri scope state nonce prompt max_age acr_values code code_challenge
  code_challenge_method code_verifier grant_type refresh_token client_secret client_assertion client_assertion_type request_uri
  iss error error_description error_uri error_codes access_token id_token token_type expires_in ext_expires_in trace_id
  correlation_id timestamp`.split(/\s+/),
)

const redactFields = (fields: Fields, mask: Mask): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, said.has(name) ? mask(value) : maskValue(value)]),
  )

/** Null where it is no JSON object: nobody knows what else such a page says. */
function redactBody(body: string | null, mask: Mask): string | null {
  try {
    const value: unknown = JSON.parse(body ?? 'null')
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const members = Object.entries(value).map(([name, member]) => [
      name,
      said.has(name) ? mapStrings(member, mask) : hidden(member),
    ])
    return JSON.stringify(Object.fromEntries(members))
  } catch {
    return null
  }
}

/** Numbers can name a person as well. */
function hidden(value: unknown): unknown {
  if (typeof value === 'boolean' || value === null) return value
  if (Array.isArray(value)) return value.map(hidden)
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, hidden(member)]))
  return maskValue(String(value))
}
