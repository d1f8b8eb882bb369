import { serve } from '../net/loopback.ts'
import { discoveryDocument } from './discovery-document.ts'
import { idToken, makeSigningKey, publicJwk, type SigningKey, SUBJECT, type TokenParts } from './token-message.ts'

/** How the provider lies in one login. */
export interface Lie extends TokenParts {
  /** Makes the whole token. */
  readonly token?: (claims: Record<string, unknown>) => string
  readonly signer?: SigningKey
  readonly userInfo?: Record<string, unknown>
  readonly document?: Record<string, unknown>
  readonly keys?: readonly unknown[]
  readonly tokenAnswer?: { readonly status: number; readonly type?: string; readonly body: string }
  /** Changes what the browser brings back. */
  readonly callback?: (parameters: URLSearchParams) => void
}

export interface LyingProvider {
  readonly issuer: string
  readonly key: SigningKey
  readonly discovery: () => Promise<Uint8Array>
  readonly jwks: () => Promise<Uint8Array>
  /** The answer to an authorization request, without a person. */
  readonly authorize: (url: string) => URLSearchParams
  /** The ID Token it gave out last. */
  readonly lastToken: () => string
}

/**
 * A provider that answers everybody and lies as it is told, as those of the OpenID conformance suite do. It lives for one test, and
 * keeps the time of the real clock, for openid-client reads that.
 */
export async function startLyingProvider(client: string, lie: Lie): Promise<LyingProvider> {
  const key = makeSigningKey('ES256', 'op-1')
  let nonce: string | null = null
  let codes = 0
  let given = ''
  let issuer = ''
  const token = () => {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, aud: client, nonce, iat: now, exp: now + 300, auth_time: now, ...lie.claims }
    given = lie.token?.(claims) ?? idToken(lie.signer ?? key, { claims, header: lie.header ?? {} })
    return given
  }
  issuer = await serve(({ url }, response) => {
    const answer = (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (url === '/token' && lie.tokenAnswer !== undefined) {
      const { status, type = 'application/json', body } = lie.tokenAnswer
      response.writeHead(status, { 'content-type': type }).end(body)
    } else if (url === '/token')
      answer({ access_token: 'opaque', token_type: 'Bearer', expires_in: 60, id_token: token() })
    else if (url === '/me') answer(lie.userInfo ?? { sub: SUBJECT })
    else if (url === '/jwks') answer({ keys: lie.keys ?? [publicJwk(key)] })
    else answer(document())
  })
  const document = () =>
    discoveryDocument({
      issuer,
      ...Object.fromEntries(
        Object.entries({ authorization: 'auth', token: 'token', userinfo: 'me' }).map(([name, path]) => [
          `${name}_endpoint`,
          `${issuer}/${path}`,
        ]),
      ),
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ['RS256', 'ES256'],
      ...lie.document,
    })
  const load = async (path: string) => new Uint8Array(await (await fetch(`${issuer}${path}`)).arrayBuffer())
  return {
    issuer,
    key,
    discovery: () => load('/.well-known/openid-configuration'),
    jwks: () => load('/jwks'),
    lastToken: () => given,
    authorize: (url) => {
      const { searchParams } = new URL(url)
      nonce = searchParams.get('nonce')
      codes += 1
      const callback = new URLSearchParams({
        code: `code-${codes}`,
        state: searchParams.get('state') ?? '',
        iss: issuer,
      })
      lie.callback?.(callback)
      return callback
    },
  }
}
