import { AttemptId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { tokenSha256 } from '../secrets/tokens.ts'
import type { LoginFlow } from '../storage/stores/login-flows.ts'
import { answerLogoutRequest } from './answer-logout-request.ts'
import { type ArrivedLogout, type JudgedLogout, judgeLogoutMessage } from './judge-logout-message.ts'

export type LogoutResult =
  /** The identity provider asked, and the sessions it named are over. `redirectUrl` takes our answer to it. */
  | { readonly kind: 'ended'; readonly redirectUrl: string | undefined }
  /** It answered our request: its own session is over too, or it says that it could not end all. */
  | { readonly kind: 'answered'; readonly everywhere: boolean }
  /** Nothing was ended. */
  | { readonly kind: 'refused'; readonly attemptId: AttemptId }

/** A LogoutRequest or LogoutResponse at the connection's logout address (SAML Profiles §4.4). */
export async function receiveLogout(
  tenant: Tenant,
  connection: Connection,
  arrived: ArrivedLogout,
  now: Date,
): Promise<LogoutResult> {
  const flow = await waitingFlow(tenant, connection, arrived.relayState, now)
  const judged = judgeLogoutMessage(tenant, connection, arrived, { requestId: flow?.requestId, now })
  const { logout } = judged?.judgement ?? {}
  if (logout?.kind === 'LogoutResponse') return readAnswer(tenant, connection, { flow, judged, now })
  if (!judged?.holds || logout == null) return refuse(tenant, connection, { reason: 'sign-out-refused', judged, now })
  const { relayState } = arrived
  const answered = await answerLogoutRequest(tenant, connection, { asked: logout, relayState, now })
  return answered.kind === 'ended' ? answered : refuse(tenant, connection, { reason: 'sign-out-used', judged, now })
}

/** By the handle alone; of this connection, waiting, in time. */
async function waitingFlow({ stores }: Tenant, { id }: Connection, relayState: string | undefined, now: Date) {
  const flow = relayState === undefined ? undefined : await stores.loginFlows.byRelayState(tokenSha256(relayState))
  const waits = flow?.consumedAt === null && flow.expiresAt > now.toISOString()
  return waits && flow.connectionId === id && flow.purpose === 'sign-out' ? flow : undefined
}

interface Answer {
  readonly flow: LoginFlow | undefined
  readonly judged: JudgedLogout | undefined
  readonly now: Date
}

/** That it answers is all the person sees of it: here they were signed out before it was asked. */
async function readAnswer(
  tenant: Tenant,
  connection: Connection,
  { flow, judged, now }: Answer,
): Promise<LogoutResult> {
  const isOurs = flow !== undefined && (await tenant.stores.loginFlows.consume(flow.id, now.toISOString()))
  if (!isOurs) return refuse(tenant, connection, { reason: 'sign-out-unknown', judged, now })
  const errors = errorsOf(judged)
  const saysOtherwise = errors.length > 0 && errors.every((code) => code.startsWith('saml.logout.status'))
  if (judged?.holds !== true && !saysOtherwise) {
    return refuse(tenant, connection, { reason: 'sign-out-refused', judged, now })
  }
  return { kind: 'answered', everywhere: judged?.holds === true && !warnsOfRest(judged) }
}

const errorsOf = (judged: JudgedLogout | undefined) =>
  judged?.judgement.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code) ?? []

const warnsOfRest = ({ judgement }: JudgedLogout) =>
  judgement.findings.some(({ code, severity }) => severity === 'warning' && code.startsWith('saml.logout.status'))

async function refuse(
  { stores, random }: Tenant,
  connection: Connection,
  { reason, judged, now }: { readonly reason: string; readonly judged: JudgedLogout | undefined; readonly now: Date },
): Promise<LogoutResult> {
  const attemptId = makeId(AttemptId, 'att', random(ID_BYTES))
  await stores.signInAttempts.add({
    ...{ id: attemptId, connectionId: connection.id, flowId: null, userId: null, at: now.toISOString() },
    ...{ result: 'refused', reason, codes: errorsOf(judged) },
  })
  return { kind: 'refused', attemptId }
}
