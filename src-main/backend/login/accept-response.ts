import { judgeLogin } from '#main/checks/judge-response.ts'
import type { Solicitation } from '#main/checks/response-context.ts'
import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import type { Finding } from '#shared/model/finding.ts'
import { AttemptId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import type { AcceptResult, RefusalReason } from './accept-result.ts'
import { commitSignIn } from './commit-sign-in.ts'
import { type FoundFlow, findFlow, requestedBy } from './find-flow.ts'
import { responseContext } from './response-context.ts'

export interface PostedResponse {
  readonly samlResponse: string
  readonly relayState: string | undefined
}

/**
 * A response that arrived at the ACS. Refused on any finding of severity error; one that is accepted is used up, together
 * with its request, in the transaction that writes the account.
 * @param connection published and enabled: the caller has looked
 */
export async function acceptResponse(
  tenant: Tenant,
  connection: Connection,
  posted: PostedResponse,
  now: Date,
): Promise<AcceptResult> {
  const attemptId = makeId(AttemptId, 'att', tenant.random(ID_BYTES))
  const found = await findFlow(tenant.stores, connection, posted.relayState, now)
  const refuse = async (reason: RefusalReason, codes: readonly string[] = []): Promise<AcceptResult> => {
    const flowId = found.kind === 'flow' ? found.flow.id : null
    const at = { connectionId: connection.id, flowId, userId: null, at: now.toISOString() }
    await tenant.stores.inTransaction(({ signInAttempts }) =>
      signInAttempts.add({ id: attemptId, ...at, result: 'refused', reason, codes }),
    )
    return { kind: 'refused', attemptId, reason }
  }
  if (found.kind === 'none') return refuse('flow-unknown')
  const message = readMessage(posted.samlResponse)
  if (message === undefined) return refuse('message-unreadable')
  const { judgement, accepted } = judgeLogin(message, responseContext(tenant, connection, solicitationOf(found), now))
  if (judgement.verdict !== 'accepted' || accepted === null) {
    const codes = errorCodes(judgement.findings)
    return refuse(judgement.verdict === 'rejected' ? 'response-refused' : 'response-undecided', codes)
  }
  const flow = found.kind === 'flow' ? found.flow : undefined
  return commitSignIn(tenant, { attemptId, connection, flow, accepted, now })
}

/** The cause comes first, as in every other verdict. */
function errorCodes(findings: readonly Finding[]): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const causesFirst = [...errors.filter(({ rootCause }) => rootCause), ...errors.filter(({ rootCause }) => !rootCause)]
  return causesFirst.map(({ code }) => code)
}

function readMessage(samlResponse: string): Uint8Array | undefined {
  try {
    return decodePost(samlResponse)
  } catch (error) {
    if (error instanceof BindingRefused) return undefined
    throw error
  }
}

const solicitationOf = (found: Exclude<FoundFlow, { kind: 'none' }>): Solicitation =>
  found.kind === 'flow' ? requestedBy(found.flow) : { kind: 'idp-initiated' }
