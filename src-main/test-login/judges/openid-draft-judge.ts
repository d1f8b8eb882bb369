import { callRoute } from '#main/net/call-route.ts'
import type { JsonObject } from '#main/oidc/token/parse-json.ts'
import { judgeOidcChangeTest, startChangeTest, type TriedChange } from '#shared/http-api/change-trial.ts'
import { judgeOidcLoginTest, startLoginTest } from '#shared/http-api/login-test.ts'
import type { OpenidRun } from '#shared/model/openid-run.ts'
import type { Publication } from '#shared/model/publication.ts'
import { TokenJudgement } from '#shared/model/token-judgement.ts'
import { commonJudgement } from '../openid/common-judgement.ts'
import { callbackParameters, shownCallback } from '../openid/read-openid-callback.ts'
import { shownExchanges } from '../openid/shown-exchanges.ts'
import type { BegunOpenidLogin, LoginJudge } from '../run/login-judge.ts'

export interface OpenidDraftJudgeOptions {
  readonly backend: { readonly baseUrl: string; readonly apiKey: string }
  readonly publication: Publication
  /** The provider's discovery document: it says what each request is for. */
  readonly provider: JsonObject
  /** What would become of a published connection; it is tested as if it were so, and is not. */
  readonly change?: TriedChange
  readonly clock: () => Date
}

/** For a connection on a tenant backend: the backend asks, redeems the code with its own secret and judges; we only carry. */
export const openidDraftJudge = (options: OpenidDraftJudgeOptions): LoginJudge<BegunOpenidLogin> => ({
  begin: async () => {
    const { backend, publication, provider, change, clock } = options
    const params = { id: publication.providerId }
    const { test, configurationSha256 } =
      change === undefined
        ? { ...(await callRoute(startLoginTest, { ...backend, params })), ...publication }
        : await callRoute(startChangeTest, { ...backend, params, body: change })
    const asked = askedBy(test.start.url, test.acsUrl)
    return {
      openid: asked,
      start: test.start,
      callbackUrl: test.acsUrl,
      configurationSha256,
      judge: async (caught, signal, onChange) => {
        const parameters = callbackParameters(caught)
        const called = { ...asked, callback: shownCallback(caught, parameters, clock()) }
        onChange(called)
        const call = { ...backend, params: { ...params, testId: test.id }, signal }
        const callback = parameters.toString()
        const judged =
          change === undefined
            ? await callRoute(judgeOidcLoginTest, { ...call, body: { callback } })
            : await callRoute(judgeOidcChangeTest, { ...call, body: { callback, change } })
        const { outcome, receipt, exchanges } = judged
        const token = TokenJudgement.parse(judged.judgement)
        const openid: OpenidRun = {
          ...called,
          exchanges: shownExchanges(provider, exchanges),
          token: token.token,
          documents: documentsOf(token),
          signatures: token.signatures,
        }
        return { judgement: commonJudgement(token), outcome, receipt, openid }
      },
    }
  },
})

/** Where requests are pushed the address holds a reference only: what was pushed the backend knows. */
function askedBy(start: string, redirectUri: string): OpenidRun {
  const { origin, pathname, searchParams } = new URL(start)
  const isPushed = searchParams.has('request_uri')
  return {
    request: { endpoint: `${origin}${pathname}`, parameters: Object.fromEntries(searchParams), isPushed, redirectUri },
    callback: null,
    exchanges: [],
    token: null,
    documents: {},
    signatures: [],
    refresh: null,
    logout: null,
    whatIf: [],
  }
}

const documentsOf = ({ token }: TokenJudgement): Record<string, string> =>
  token === null ? {} : { header: JSON.stringify(token.header), payload: JSON.stringify(token.claims) }
