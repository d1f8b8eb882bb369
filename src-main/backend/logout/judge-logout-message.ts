import { judgeLogout } from '#main/checks/judge-logout.ts'
import type { IncomingMessage } from '#main/checks/message/open-incoming.ts'
import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import type { LogoutJudgement } from '#shared/model/message-judgement.ts'
import { logoutAddress } from '../connections/addresses.ts'
import type { Connection } from '../connections/connection.ts'
import type { Tenant } from '../installation.ts'
import { responseContext } from '../login/response-context.ts'

/** As it came: the query of the address, or the form field. */
export type ArrivedLogout =
  | { readonly binding: 'redirect'; readonly query: string; readonly relayState: string | undefined }
  | { readonly binding: 'post'; readonly field: string; readonly relayState: string | undefined }

export interface JudgedLogout {
  readonly judgement: LogoutJudgement
  /** Accepted, and every signature on it is the identity provider's own. */
  readonly holds: boolean
}

/** Strictly whatever the connection is exempted from, by this connection's own certificates alone, addressed to this connection. @param requestId which a LogoutResponse must answer */
export function judgeLogoutMessage(
  tenant: Tenant,
  connection: Connection,
  arrived: ArrivedLogout,
  { requestId, now }: { readonly requestId: string | undefined; readonly now: Date },
): JudgedLogout | undefined {
  const incoming = incomingOf(arrived)
  if (incoming === undefined) return undefined
  const { policy, identityProvider, serviceProvider } = responseContext(
    tenant,
    connection,
    { kind: 'idp-initiated' },
    now,
  )
  const judgement = judgeLogout(incoming, {
    now,
    policy: { ...policy, mode: 'strict' },
    identityProvider,
    serviceProvider: {
      logoutUrl: logoutAddress(tenant.publicUrl, connection.id),
      decryptionKeys: serviceProvider.decryptionKeys,
    },
    requestId,
    stopwatch: undefined,
  })
  const { verdict, signatures } = judgement
  const isSigned = signatures.length > 0 && signatures.every(({ verified }) => verified)
  return { judgement, holds: verdict === 'accepted' && isSigned }
}

function incomingOf(arrived: ArrivedLogout): IncomingMessage | undefined {
  if (arrived.binding === 'redirect') return { kind: 'redirect', query: arrived.query }
  try {
    return { kind: 'xml', xml: decodePost(arrived.field) }
  } catch (error) {
    if (error instanceof BindingRefused) return undefined
    throw error
  }
}
