import { configurationSha256 } from '#main/evidence/receipt/configuration-digest.ts'
import { receiptBody } from '#main/evidence/receipt/receipt-body.ts'
import { signReceipt } from '#main/evidence/receipt/sign-receipt.ts'
import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'
import { applicationJudge } from '#main/test-login/judges/application-judge.ts'
import { draftJudge } from '#main/test-login/judges/draft-judge.ts'
import { openidDraftJudge } from '#main/test-login/judges/openid-draft-judge.ts'
import { openidJudge } from '#main/test-login/judges/openid-judge.ts'
import { requireComplete } from '#main/test-login/judges/tested-configuration.ts'
import { requireOpenid } from '#main/test-login/openid/complete-openid.ts'
import type { LoginJudge } from '#main/test-login/run/login-judge.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { TestTarget } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { authenticationOf } from '../../openid/authentication-of.ts'
import { triedChange } from '../../publication/change-of.ts'
import { keepDraft } from '../../publication/keep-draft.ts'
import { receiptKey } from '../../secrets/receipt-key.ts'
import { openKey } from '../../service-provider/key-of.ts'
import type { HandlerContext } from './handler-context.ts'

/** Of a login by OpenID Connect: where it comes back to if not to the connection's own, and whether it signs out at the end. */
export interface OpenidWishes {
  readonly redirectUri?: string
  readonly signsOut?: boolean
}

type Context = Pick<HandlerContext, 'workspace' | 'tell' | 'tenant' | 'secrets' | 'clock' | 'random' | 'stopwatch'>

/**
 * Who asks and judges: this computer for an application elsewhere, the tenant backend for its own connection.
 */
export async function judgeFor(
  context: Context,
  connection: Connection,
  target: TestTarget,
  wishes: OpenidWishes = {},
): Promise<LoginJudge> {
  if (connection.intake.protocol === 'oidc' && target === 'application')
    return openidJudgeFor(context, connection, wishes)
  return target === 'draft' ? judgeOnBackend(context, connection) : judgeHere(context, connection)
}

async function openidJudgeFor(
  { secrets, clock, random, stopwatch }: Context,
  connection: Connection,
  { redirectUri, signsOut }: OpenidWishes,
): Promise<LoginJudge> {
  const complete = requireOpenid(connection)
  const authentication = await authenticationOf(secrets, connection.id, complete.openidClient)
  const vouchingKey = await receiptKey(secrets)
  return openidJudge({
    connection: complete,
    authentication,
    redirectUri,
    signsOut,
    clock,
    random,
    stopwatch,
    configurationSha256,
    vouch: (tested) => signReceipt(receiptBody(tested, vouchingKey), vouchingKey),
  })
}

async function judgeHere(
  { workspace, secrets, clock, random, stopwatch }: Context,
  connection: Connection,
): Promise<LoginJudge> {
  const complete = requireComplete(connection)
  const privateKey = await openKey(secrets, connection.id, complete.serviceProvider.certificate)
  const vouchingKey = await receiptKey(secrets)
  const earlier = (await workspace.runs.list(connection.id)).map(({ message }) => message?.xml ?? '')
  return applicationJudge({
    connection: complete,
    privateKey,
    clock,
    random,
    stopwatch,
    configurationSha256,
    vouch: (tested) => signReceipt(receiptBody(tested, vouchingKey), vouchingKey),
    wasUsed: (_issuer, assertionId) => earlier.some((xml) => xml.includes(`ID="${assertionId}"`)),
  })
}

async function judgeOnBackend(context: Context, connection: Connection): Promise<LoginJudge> {
  const backend = context.tenant.access()
  if (!connection.publication) throw new InputRefused('publication.no-draft')
  const isDraft = connection.publication.state === 'draft'
  const { publication } = isDraft ? await keepDraft(context, connection) : connection
  if (!publication) throw new InputRefused('publication.no-draft')
  if (publication.backendUrl !== backend.baseUrl) throw new InputRefused('publication.other-backend')
  const change = isDraft ? undefined : await triedChange(context.secrets, connection)
  const options = { backend, publication, ...(change && { change }) }
  if (connection.intake.protocol === 'saml') return draftJudge(options)
  const { openidProvider } = requireOpenid(connection)
  const document = readJsonDocument(Buffer.from(openidProvider.discoveryJson), 'discovery')
  if (isRefusal(document)) throw new InputRefused('openid.not-discovery')
  return openidDraftJudge({ ...options, provider: document.object, clock: context.clock })
}
