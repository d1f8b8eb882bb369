import { readJsonDocument } from '#main/oidc/token/json-document.ts'
import type { TokenJudgement } from '#shared/model/token-judgement.ts'
import { type Judged, runChecks } from './finding/judged.ts'
import { judgeOpenedToken } from './judge-token.ts'
import type { EndpointAnswer, LoginContext, LoginDelivery } from './oidc/login/login-context.ts'
import { readTokens, secondOpinionOf } from './oidc/login/token-response.ts'
import { loginChecks } from './oidc/login-checks.ts'
import { type OpenedToken, openToken } from './oidc/token/open-token.ts'
import type { TokenContext } from './oidc/token/token-context.ts'
import { type Lap, startLaps } from './timing.ts'

/**
 * Judges a whole login by the code flow: what the browser brought back, what the token endpoint answered, the ID Token and
 * UserInfo. Accepted only where openid-client, if it was asked, agrees. Never throws for bad input.
 */
export async function judgeOidcLogin(delivery: LoginDelivery, context: LoginContext): Promise<TokenJudgement> {
  const lap = startLaps(context.stopwatch)
  const { idToken, accessToken } = readTokens(delivery)
  const beside = {
    accessToken,
    code: delivery.callback.get('code') ?? undefined,
    userInfo: delivery.userInfo && readUserInfo(delivery.userInfo),
  }
  const token = idToken === undefined ? noToken : await openToken(idToken, context.client.decryptionKeys)
  lap('open')
  return judgeArrived(token, delivery, { ...context, beside }, lap)
}

function judgeArrived(token: OpenedToken, delivery: LoginDelivery, context: TokenContext & LoginContext, lap: Lap) {
  const way = runChecks(loginChecks, { delivery, context })
  const judgement = judgeOpenedToken(token, context, lap, [...way, secondOpinionOf(delivery, 'agrees')])
  const refusedAlone = judgement.verdict === 'accepted' && delivery.secondOpinion?.kind === 'refused'
  if (!refusedAlone) return judgement
  return judgeOpenedToken(token, context, lap, [...way, secondOpinionOf(delivery, 'differs')])
}

const noToken: OpenedToken = {
  signed: undefined,
  header: undefined,
  encrypted: false,
  judged: [
    ['oidc.token', { kind: 'not-verified', trust: 'unverified', detail: 'There is no ID Token.' }] satisfies Judged,
  ],
}

/** Unsigned JSON; what is served as something else is no UserInfo that we read (OpenID Connect Core §5.3.2). */
function readUserInfo({ bytes, contentType, status }: EndpointAnswer) {
  const isJson = status === 200 && /^application\/json\s*(?:;|$)/i.test(contentType ?? '')
  return isJson ? readJsonDocument(bytes, 'userinfo') : ({ kind: 'not-an-object' } as const)
}
