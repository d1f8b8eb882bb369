import { z } from 'zod'
import type { beginLogin } from '#main/oidc/relying-party/begin-login.ts'
import { messageOf } from '#main/oidc/relying-party/received-answer.ts'
import type { RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import type { OpenidRun } from '#shared/model/openid-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { explainProviderError } from '#shared/providers/errors/explain-provider-error.ts'
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

/** Why the provider took no pushed request, in its own words and with what they mean. */
export async function notBegun(error: unknown): Promise<unknown> {
  if (!(error instanceof Error)) return error
  const said = await wordsOf(error)
  const known = explainProviderError(said)
  const detail = known === undefined ? `It says: ${said}.` : `It says: ${said}. ${known.says} ${known.fix}`
  return new InputRefused('test-login.not-begun', null, { detail, cause: error })
}

const ErrorBody = z.object({ error: z.string(), error_description: z.string().optional() })

/** Of an answer the library read, or of one that it left unread because of its header (RFC 6749 §5.2). */
async function wordsOf(error: Error): Promise<string> {
  const { response } = error as { response?: unknown }
  const left = response instanceof Response && !response.bodyUsed ? await response.json().catch(() => null) : null
  const { data } = ErrorBody.safeParse(left ?? error)
  if (data === undefined) return messageOf(error)
  return data.error_description === undefined ? data.error : `${data.error}: ${data.error_description}`
}
