import { judgeOidcLogin } from '#main/checks/judge-oidc-login.ts'
import type { LoginSecrets } from '#main/oidc/relying-party/begin-login.ts'
import type { Exchange } from '#main/oidc/relying-party/exchange.ts'
import { type FinishedLogin, finishLogin } from '#main/oidc/relying-party/finish-login.ts'
import type { TokenJudgement } from '#shared/model/token-judgement.ts'
import type { Connection } from '../connections/connection.ts'
import { oidcConfigOf } from '../connections/oidc-config.ts'
import type { Tenant } from '../installation.ts'
import { keyIdOf, parseObject } from './key-id-of.ts'
import { loginContext } from './login-context.ts'

export interface JudgedCallback {
  readonly judgement: TokenJudgement
  readonly exchanges: readonly Exchange[]
  /** As the token endpoint answered; undefined where it was not asked. */
  readonly tokenResponse: Uint8Array | undefined
  readonly idToken: string | undefined
  /** The provider has a place to sign out at. */
  readonly offersLogout: boolean
}

/**
 * Redeems the code where the callback has one that belongs to this request, and judges all of it: openid-client refuses first, we
 * judge whatever came.
 * @throws {ProviderUnusable}
 */
export async function redeemAndJudge(
  tenant: Pick<Tenant, 'id' | 'stores' | 'sealer' | 'publicUrl' | 'openid'>,
  connection: Connection,
  { callback, secrets }: { readonly callback: URLSearchParams; readonly secrets: LoginSecrets },
  now: Date,
): Promise<JudgedCallback> {
  const client = await tenant.openid.clientOf(tenant, connection, now)
  const known = await client.keysFor(undefined, now)
  const { maximumAge } = oidcConfigOf(connection)
  const finished = await finishLogin(client.party, { ...secrets, maximumAge }, callback, known)
  const { keys } = await client.keysFor(keyIdOf(tokenIn(finished)), now)
  const context = await loginContext(tenant.stores, connection, client, { secrets, keys, now })
  const { tokenResponse, unreached, userInfo, opinion } = finished
  const judgement = await judgeOidcLogin(
    { callback, tokenResponse, unreached, userInfo, secondOpinion: opinion },
    context,
  )
  return {
    judgement,
    exchanges: finished.exchanges,
    tokenResponse: tokenResponse?.bytes,
    idToken: finished.tokens?.idToken,
    offersLogout: typeof client.party.provider.end_session_endpoint === 'string',
  }
}

/** The ID Token that came, believed or not. */
function tokenIn({ tokenResponse, tokens }: FinishedLogin): string | undefined {
  if (tokens?.idToken !== undefined) return tokens.idToken
  const { id_token: token } = tokenResponse === undefined ? {} : parseObject(tokenResponse.bytes)
  return typeof token === 'string' ? token : undefined
}
