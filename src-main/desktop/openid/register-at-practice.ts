import type { TypedClient } from '#shared/ipc/openid.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import { defaultLoginWishes, type OpenidClient } from '#shared/model/openid-side.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { HandlerContext } from '../ipc/handlers/handler-context.ts'
import type { PracticeClient } from '../processes/contracts.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { openSecret } from './client-secret.ts'
import { keepClient } from './keep-client.ts'

type Context = Pick<HandlerContext, 'workspace' | 'tell' | 'secrets' | 'practiceIdp' | 'clock' | 'random'>

const ID_BYTES = 4
const SECRET_BYTES = 24

/** As an administrator there would: a client that exists is registered as it is, a new one gets its ID and secret there. */
export async function registerAtPracticeIdp(
  context: Context,
  id: ConnectionId,
  redirectUri: string,
): Promise<Connection> {
  const { workspace, practiceIdp, random, secrets } = context
  const status = practiceIdp.status
  if (status.state !== 'running') throw new InputRefused('practice-idp.not-running')
  const { openidProvider, openidClient } = workspace.get(id)
  if (openidProvider?.issuer !== status.openid.issuer) throw new InputRefused('openid.not-practice')
  if (openidClient === null) {
    const clientId = `practice-${Buffer.from(random(ID_BYTES)).toString('hex')}`
    const clientSecret = Buffer.from(random(SECRET_BYTES)).toString('base64url')
    await keepClient(context, id, { ...newClient, clientId, clientSecret, redirectUri })
  }
  const client = workspace.get(id).openidClient
  if (client === null) throw new InputRefused('openid.client-missing')
  await practiceIdp.registerClient(await practiceClient(secrets, workspace.get(id), client))
  return workspace.get(id)
}

/** What the practice identity provider is told of a client. @throws {InputRefused} where its secret cannot be opened */
export async function practiceClient(
  secrets: Secrets,
  { id, publication }: Pick<Connection, 'id' | 'publication'>,
  client: OpenidClient,
): Promise<PracticeClient> {
  const published = publication?.relyingParty
  const { clientId, authentication, redirectUri, postLogoutRedirectUri, key } = client
  const wantsSecret = authentication.startsWith('client_secret_')
  return {
    clientId,
    authentication,
    clientSecret: wantsSecret ? await openSecret(secrets, id) : null,
    redirectUris: [redirectUri, ...(published ? [published.redirectUri] : [])],
    postLogoutRedirectUris: [postLogoutRedirectUri, published?.postLogoutRedirectUri].filter((uri) => uri != null),
    jwksJson: authentication === 'private_key_jwt' ? (key?.jwksJson ?? null) : null,
  }
}

const newClient: Omit<TypedClient, 'clientId' | 'clientSecret' | 'redirectUri'> = {
  authentication: 'client_secret_basic',
  postLogoutRedirectUri: '',
  scopes: [...defaultLoginWishes.scopes, 'groups'],
  prompt: '',
  maximumAge: '',
  acrValues: [],
  loginHint: '',
  tenants: [],
  emailTrust: 'verified',
}
