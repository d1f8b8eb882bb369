import { callRoute } from '#main/net/call-route.ts'
import { judgeLoginTest, type LoginTest, startLoginTest } from '#shared/http-api/login-test.ts'
import type { Publication } from '#shared/model/publication.ts'
import type { LoginJudge } from '../run/login-judge.ts'

export interface DraftJudgeOptions {
  readonly backend: { readonly baseUrl: string; readonly apiKey: string }
  readonly publication: Publication
}

/** For a connection on a tenant backend: the backend builds the request, holds the keys and judges; we only carry. */
export const draftJudge = ({ backend, publication }: DraftJudgeOptions): LoginJudge => ({
  begin: async () => {
    const id = publication.providerId
    const { test } = await callRoute(startLoginTest, { ...backend, params: { id } })
    return {
      request: { ...test.request, destination: destinationOf(test) },
      start: test.start,
      callbackUrl: test.acsUrl,
      configurationSha256: publication.configurationSha256,
      judge: ({ samlResponse, relayState }, signal) =>
        callRoute(judgeLoginTest, {
          ...backend,
          params: { id, testId: test.id },
          body: { samlResponse, relayState },
          signal,
        }),
    }
  },
})

/** The sign-in address alone: by Redirect the request stands in its query. */
function destinationOf({ start }: LoginTest): string {
  const url = new URL(start.url)
  for (const name of ['SAMLRequest', 'RelayState', 'SigAlg', 'Signature']) url.searchParams.delete(name)
  return url.href
}
