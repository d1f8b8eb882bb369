import { messageId } from '#main/saml/message-id.ts'
import { startLogin } from '#main/saml/service-provider/start-login.ts'
import type { LoginStart } from '#shared/http-api/login-test.ts'
import { FlowId, ID_BYTES, makeId } from '#shared/model/ids.ts'
import type { Connection } from '../connections/connection.ts'
import { serviceProviderNames } from '../connections/hand-out.ts'
import { completeSamlConfig, samlConfigOf } from '../connections/saml-config.ts'
import type { Tenant } from '../installation.ts'
import { TOKEN_BYTES, tokenSha256, tokenText } from '../secrets/tokens.ts'
import type { LoginFlow } from '../storage/stores/login-flows.ts'
import { FLOW_MINUTES, minutesLater } from './lifetimes.ts'

const MESSAGE_ID_BYTES = 20

export interface BegunLogin {
  readonly flowId: FlowId
  readonly request: { readonly id: string; readonly xml: string }
  readonly start: LoginStart
  readonly acsUrl: string
  readonly expiresAt: Date
}

type Beginning = Pick<LoginFlow, 'purpose' | 'browserSha256' | 'configurationSha256'>

/**
 * Builds the request and stores the flow that will wait for its answer. RelayState is an opaque handle to that flow and
 * nothing else: 43 characters, within the 80 that SAML Bindings §3.4.3 allows.
 * @throws {Refused} where the identity provider's side is incomplete
 */
export async function beginLogin(
  tenant: Tenant,
  connection: Connection,
  beginning: Beginning,
  now: Date,
): Promise<BegunLogin> {
  const { random, stores } = tenant
  const config = completeSamlConfig(samlConfigOf(connection))
  const { entityId, acsUrl } = serviceProviderNames(connection, tenant)
  const relayState = tokenText(random(TOKEN_BYTES))
  const { request, start } = startLogin({
    id: messageId(random(MESSAGE_ID_BYTES)),
    issueInstant: now,
    issuer: entityId,
    destination: config.idpSsoUrl,
    acsUrl,
    binding: config.idpSsoBinding ?? 'redirect',
    relayState,
  })
  const flowId = makeId(FlowId, 'flow', random(ID_BYTES))
  const expiresAt = minutesLater(now, FLOW_MINUTES)
  const flow = {
    ...beginning,
    id: flowId,
    connectionId: connection.id,
    requestId: request.id,
    relayStateSha256: tokenSha256(relayState),
    createdAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
  await stores.inTransaction(({ loginFlows }) => loginFlows.add(flow))
  return { flowId, request, start, acsUrl, expiresAt }
}
