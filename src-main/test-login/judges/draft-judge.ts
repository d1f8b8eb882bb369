import { callRoute } from '#main/net/call-route.ts'
import { judgeChangeTest, startChangeTest, type TriedChange } from '#shared/http-api/change-trial.ts'
import { judgeLoginTest, type LoginTest, startLoginTest } from '#shared/http-api/login-test.ts'
import type { Publication } from '#shared/model/publication.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { BegunSamlLogin, LoginJudge } from '../run/login-judge.ts'

export interface DraftJudgeOptions {
  readonly backend: { readonly baseUrl: string; readonly apiKey: string }
  readonly publication: Publication
  /** What would become of a published connection; it is tested as if it were so, and is not. */
  readonly change?: TriedChange
}

/** For a connection on a tenant backend: the backend builds the request, holds the keys and judges; we only carry. */
export const draftJudge = ({ backend, publication, change }: DraftJudgeOptions): LoginJudge<BegunSamlLogin> => ({
  begin: async () => {
    const params = { id: publication.providerId }
    const { test, configurationSha256 } =
      change === undefined
        ? { ...(await callRoute(startLoginTest, { ...backend, params })), ...publication }
        : await callRoute(startChangeTest, { ...backend, params, body: change })
    if (test.request === null) throw new InputRefused('connection.saml-only')
    return {
      request: { ...test.request, destination: destinationOf(test) },
      start: test.start,
      callbackUrl: test.acsUrl,
      configurationSha256,
      judge: ({ samlResponse, relayState }, signal) => {
        const call = { ...backend, params: { ...params, testId: test.id }, signal }
        const posted = { samlResponse, relayState }
        return change === undefined
          ? callRoute(judgeLoginTest, { ...call, body: posted })
          : callRoute(judgeChangeTest, { ...call, body: { ...posted, change } })
      },
    }
  },
})

/** The sign-in address alone: by Redirect the request stands in its query. */
function destinationOf({ start }: LoginTest): string {
  const url = new URL(start.url)
  for (const name of ['SAMLRequest', 'RelayState', 'SigAlg', 'Signature']) url.searchParams.delete(name)
  return url.href
}
