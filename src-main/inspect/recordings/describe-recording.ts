import type { Judged } from '#main/checks/finding/judged.ts'
import type { InspectedExchange, InspectedKind } from '#shared/model/inspection.ts'
import { isPassword, shownParameters } from '../describe/parameters.ts'
import { type Describe, type Described, makeThing } from '../describe/thing.ts'
import type { InspectionContext } from '../inspection-context.ts'
import { readAddress } from '../look/read-fields.ts'
import type { Field, Look } from '../look/shape.ts'
import { carriedIn } from './carried-in.ts'
import { PartsOfRecording } from './parts-of-recording.ts'
import type { RecordedExchange } from './recorded-exchange.ts'

/** A recorded sign-in, step by step: the exchanges that carry something of it, and every message once. */
export async function describeRecording(
  kind: Extract<InspectedKind, 'har' | 'saml-tracer'>,
  recorded: readonly RecordedExchange[],
  look: Look,
  context: InspectionContext,
  describe: Describe,
): Promise<Described> {
  const parts = new PartsOfRecording((look) => describe(look, context))
  const exchanges: InspectedExchange[] = []
  for (const [index, exchange] of recorded.entries()) {
    const number = index + 1
    const address = readAddress(exchange.url)
    const fields = [...(address?.fields ?? []), ...exchange.form]
    const found = await parts.take(carriedIn(exchange, address), number)
    const parameters = shownParameters(fields).filter(({ name }) => signsIn.has(name))
    if (found.length === 0 && parameters.length === 0) continue
    const { startedAt, method, status } = exchange
    exchanges.push({ number, startedAt, method, address: address?.address ?? '', status, parameters, parts: found })
  }
  const judged = judgeRecording(recorded, exchanges, parts)
  const thing = makeThing(
    { ...look, fields: [] },
    { kind, judged, facts: [['Requests', `${recorded.length}, ${exchanges.length} of them belong to a sign-in`]] },
  )
  const worst = parts.found.some(({ verdict }) => verdict === 'faulty') ? 'faulty' : thing.verdict
  return { thing: { ...thing, verdict: worst }, parts: parts.found, exchanges }
}

/** Any of these makes an exchange one of a sign-in. */
const signsIn = new Set([
  ...['RelayState', 'SigAlg', 'SAMLart', 'wa', 'wtrealm', 'wctx', 'code', 'error', 'error_description', 'client_id'],
  ...['redirect_uri', 'response_type', 'response_mode', 'scope', 'state', 'nonce', 'grant_type', 'id_token', 'iss'],
  ...['access_token', 'refresh_token', 'prompt', 'login_hint', 'request_uri', 'code_challenge_method', 'session_state'],
])

function judgeRecording(
  recorded: readonly RecordedExchange[],
  exchanges: readonly InspectedExchange[],
  parts: PartsOfRecording,
): Judged[] {
  const fault = (code: 'no-sign-in' | 'more' | 'secrets'): Judged => [
    'inspect.recording',
    { kind: 'fault', code: `inspect.recording.${code}`, trust: 'verified' },
  ]
  const hasSecrets = recorded.some(({ hasCookies, form }) => hasCookies || form.some(isSecret))
  return [
    exchanges.length === 0 ? fault('no-sign-in') : ['inspect.recording', { kind: 'passed', trust: 'verified' }],
    ...(parts.wereMore ? [fault('more')] : []),
    ...(hasSecrets ? [fault('secrets')] : []),
    ...exchanges.flatMap(callbackError),
  ]
}

/** A provider that answered with an error (RFC 6749 §4.1.2.1). */
function callbackError({ parameters }: InspectedExchange): Judged[] {
  const value = (wanted: string) => parameters.find(({ name }) => name === wanted)?.value
  const error = value('error')
  if (error === undefined) return []
  const actual = [error, value('error_description')].filter((part) => part !== undefined).join(': ')
  return [['inspect.callback', { kind: 'fault', code: 'inspect.callback.error', trust: 'verified', actual }]]
}

const isSecret = ({ name, value }: Field) => value !== '' && (isPassword(name) || name === 'client_secret')
