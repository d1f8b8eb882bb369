import type { Connection } from '#shared/model/connection.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import type { TestRun, TestTarget, TimelineEvent } from '#shared/model/test-run.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { aTestRun, runId } from '#test/support/model/a-test-run.ts'
import { accepted, attributes, unsigned, wrongAudience } from './judgements.ts'
import { requestXml, responseXml } from './response-xml.ts'

export type Ending = 'accepted' | 'wrong-audience' | 'not-verified' | 'stopped'

const event = (at: number, kind: TimelineEvent['kind'], says: string, more: Partial<TimelineEvent> = {}) => ({
  at,
  kind,
  method: null,
  url: null,
  status: null,
  says,
  ...more,
})

/** What passes during a login at the practice identity provider. */
export const passing = (ssoUrl: string, acsUrl: string): TimelineEvent[] => [
  event(0, 'opened', 'The login window was opened.'),
  event(84, 'request', 'The authentication request was sent.', { method: 'GET', url: ssoUrl, status: 302 }),
  event(121, 'redirect', 'The identity provider redirected to its sign-in page.', {
    method: 'GET',
    url: ssoUrl.replace('/sso', '/sign-in'),
    status: 200,
  }),
  event(310, 'page', 'The sign-in page was shown.', { url: ssoUrl.replace('/sso', '/sign-in') }),
  event(9412, 'form', 'The sign-in form was sent. What was typed is not recorded.', {
    method: 'POST',
    url: ssoUrl.replace('/sso', '/sign-in'),
    status: 200,
  }),
  event(9530, 'caught', 'The response to the ACS URL was caught.', { method: 'POST', url: acsUrl }),
]

/** Both addresses a run is for: the application's, or the draft's. */
export function sideOf(connection: Connection, target: TestTarget) {
  const side = target === 'draft' ? connection.publication?.serviceProvider : connection.serviceProvider
  if (side === null || side === undefined) throw new Error('a run needs its service provider')
  return side
}

export function aRun(
  connection: Connection,
  number: number,
  ending: Ending,
  { target = 'application' as TestTarget, startedAt = '2026-11-22T07:59:30.000Z' } = {},
): TestRun {
  const { entityId, acsUrl } = sideOf(connection, target)
  const { identityProvider } = connection
  if (identityProvider === null) throw new Error('a run needs its identity provider')
  const { url } = identityProvider.singleSignOn
  const timeline = passing(url, acsUrl)
  const begun = aTestRun({
    id: runId(number),
    connectionId: connection.id,
    target,
    startedAt,
    endedAt: new Date(Date.parse(startedAt) + 9700).toISOString(),
    request: { id: '_a7c1e0', xml: requestXml(entityId, acsUrl, url), destination: url },
    configurationSha256: target === 'draft' ? (connection.publication?.configurationSha256 ?? '') : 'c0'.repeat(32),
  })
  if (ending === 'stopped')
    return {
      ...begun,
      state: 'stopped',
      timeline: [...timeline.slice(0, 4), event(4210, 'closed', 'The login window was closed.')],
      problem: problem('test-login.window-closed'),
    }
  const audience = ending === 'wrong-audience' ? entityId.replace('customer', 'custorner') : entityId
  const issuer = identityProvider.entityId
  const xml = responseXml({ audience, acsUrl, issuer, attributes, isSigned: true })
  const judgement = judgementOf(ending, xml, entityId, audience, issuer)
  return {
    ...begun,
    state: 'judged',
    timeline: [...timeline, event(9541, 'judged', 'The response was judged.')],
    message: { receivedAt: startedAt, postedTo: acsUrl, samlResponse: '', relayState: null, xml },
    judgement,
    outcome: outcomeOf(judgement, target),
  }
}

function judgementOf(ending: Ending, xml: string, entityId: string, audience: string, issuer: string) {
  if (ending === 'wrong-audience') return wrongAudience(xml, entityId, audience)
  return ending === 'not-verified' ? unsigned() : accepted(issuer)
}

const outcomeOf = ({ identity }: ResponseJudgement, target: TestTarget): Outcome | null =>
  identity === null || target === 'application' ? null : { kind: 'created', role: 'member' }
