import { z } from 'zod'
import type { beginLogin, LoginNotBegun } from '#main/oidc/relying-party/begin-login.ts'
import { messageOf } from '#main/oidc/relying-party/received-answer.ts'
import type { RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import type { OpenidRun } from '#shared/model/openid-run.ts'
import { explainProviderError } from '#shared/providers/errors/explain-provider-error.ts'
import { LoginInterrupted } from '../run/login-transport.ts'
import { shownExchanges } from './shown-exchanges.ts'

type Begun = Awaited<ReturnType<typeof beginLogin>>

/** What was asked of the provider: by the browser, or pushed to it beforehand. */
export function askedFor(
  { provider, redirectUri }: RelyingParty,
  begun: Begun,
): Pick<OpenidRun, 'request' | 'exchanges'> {
  const { origin, pathname, searchParams } = new URL(begun.url)
  const exchanges = shownExchanges(provider, begun.exchanges)
  const pushed = exchanges.find(({ purpose }) => purpose === 'pushed-request')?.form
  const endpoint = `${origin}${pathname}`
  const parameters = pushed ?? Object.fromEntries(searchParams)
  return { request: { endpoint, parameters, isPushed: pushed !== undefined, redirectUri }, exchanges }
}

/** What was asked, and why the provider would not take it: in its own words and with what they mean. */
export async function notBegun({ provider, redirectUri }: RelyingParty, { exchanges: raw, cause }: LoginNotBegun) {
  const exchanges = shownExchanges(provider, raw)
  const parameters = exchanges.find(({ purpose }) => purpose === 'pushed-request')?.form ?? {}
  const said = await wordsOf(cause)
  const known = explainProviderError(said)
  const detail = known === undefined ? `It says: ${said}.` : known.says
  const request = { endpoint: String(provider.authorization_endpoint), parameters, isPushed: true, redirectUri }
  return {
    asked: { request, exchanges },
    refused: new LoginInterrupted('failed', 'test-login.not-begun', detail, known?.fix),
  }
}

const ErrorBody = z.object({ error: z.string(), error_description: z.string().optional() })

/** Of an answer the library read, or of one that it left unread because of its header (RFC 6749 §5.2). */
async function wordsOf(error: unknown): Promise<string> {
  const { response } = (error ?? {}) as { response?: unknown }
  const left = response instanceof Response && !response.bodyUsed ? await response.json().catch(() => null) : null
  const { data } = ErrorBody.safeParse(left ?? error)
  if (data === undefined) return messageOf(error)
  return data.error_description === undefined ? data.error : `${data.error}: ${data.error_description}`
}
