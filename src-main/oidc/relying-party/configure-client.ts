import { AsyncLocalStorage } from 'node:async_hooks'
import { type KeyObject, webcrypto } from 'node:crypto'
import * as client from 'openid-client'
import type { Recording } from './recording-fetch.ts'
import type { RelyingParty } from './relying-party.ts'

interface Configured {
  readonly config: client.Configuration
  keySet: KeySet | undefined
}

/** As it was fetched. */
export interface KeySet {
  readonly json: Uint8Array
  readonly fetchedAt: Date
}

/** One per client, for as long as whoever holds it does: keys are imported once, not at every login. */
const configured = new WeakMap<RelyingParty, Promise<Configured>>()
/** Which login a request belongs to. */
const recordings = new AsyncLocalStorage<Recording>()

/**
 * Does something with openid-client for one login, recorded. Signatures of ID Tokens are verified always, whatever the flow (its
 * default leaves that to TLS), and the metadata is what was judged: nothing is discovered on the way.
 * @param keySet the provider's key set; the library fetches it anew where it knows no key
 */
export async function withClient<T>(
  party: RelyingParty,
  recording: Recording,
  keySet: KeySet | undefined,
  use: (config: client.Configuration) => Promise<T>,
): Promise<T> {
  const made = await configurationOf(party)
  if (keySet !== undefined && keySet.json !== made.keySet?.json) {
    cacheKeys(made.config, keySet)
    made.keySet = keySet
  }
  return recordings.run(recording, () => use(made.config))
}

function configurationOf(party: RelyingParty): Promise<Configured> {
  const known = configured.get(party)
  if (known !== undefined) return known
  const made = configure(party).then((config) => ({ config, keySet: undefined }))
  configured.set(party, made)
  return made
}

async function configure(party: RelyingParty): Promise<client.Configuration> {
  const { provider, clientId, signingAlgorithm, clockSkewSeconds, decryptionKeys } = party
  const metadata = JSON.parse(JSON.stringify(provider)) as client.ServerMetadata
  const settings = {
    [client.clockTolerance]: clockSkewSeconds,
    ...(signingAlgorithm === undefined ? {} : { id_token_signed_response_alg: signingAlgorithm }),
  }
  const authentication = await authenticationOf(party)
  const config = metadata.issuer.includes(TENANT_TEMPLATE)
    ? await forManyTenants(metadata, clientId, settings, authentication)
    : new client.Configuration(metadata, clientId, settings, authentication)
  config[client.customFetch] = (url, options) => {
    const recording = recordings.getStore()
    if (recording === undefined) throw new Error('a request outside of every login')
    return recording.fetch(url, options)
  }
  // http is for this machine alone, and the recording's own guard holds it to that.
  client.allowInsecureRequests(config)
  client.enableNonRepudiationChecks(config)
  if (decryptionKeys.length > 0)
    client.enableDecryptingResponses(
      config,
      undefined,
      ...(await Promise.all(decryptionKeys.flatMap(decryptionKeysOf))),
    )
  return config
}

const TENANT_TEMPLATE = '{tenantid}'
const MICROSOFT = 'https://login.microsoftonline.com'

/**
 * The library puts a token's `tid` into the issuer's template only where it discovered the document at Microsoft's address: there it
 * is handed the document we have. Which tenants may sign in is judged by us.
 */
function forManyTenants(
  metadata: client.ServerMetadata,
  clientId: string,
  settings: Partial<client.ClientMetadata>,
  authentication: client.ClientAuth,
): Promise<client.Configuration> {
  const document = async () => Response.json(metadata)
  return client.discovery(new URL(MICROSOFT), clientId, settings, authentication, { [client.customFetch]: document })
}

async function authenticationOf({ authentication }: RelyingParty): Promise<client.ClientAuth> {
  switch (authentication.method) {
    case 'client_secret_basic':
      return client.ClientSecretBasic(authentication.secret)
    case 'client_secret_post':
      return client.ClientSecretPost(authentication.secret)
    case 'private_key_jwt': {
      const { key, keyId, algorithm } = authentication
      return client.PrivateKeyJwt({ key: await importKey(key, signingParameters(algorithm), ['sign']), kid: keyId })
    }
    case 'none':
      return client.None()
  }
}

const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

function signingParameters(algorithm: string) {
  const namedCurve = curves[algorithm]
  if (namedCurve !== undefined) return { name: 'ECDSA', namedCurve }
  if (algorithm === 'EdDSA' || algorithm === 'Ed25519') return { name: 'Ed25519' }
  const name = algorithm.startsWith('PS') ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'
  return { name, hash: `SHA-${algorithm.slice(2)}` }
}

const ecCurves: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }
const oaep = { 'RSA-OAEP': 'SHA-1', 'RSA-OAEP-256': 'SHA-256', 'RSA-OAEP-384': 'SHA-384', 'RSA-OAEP-512': 'SHA-512' }

/** WebCrypto ties an RSA key to one hash: one import for each algorithm that a token may be encrypted with. */
function decryptionKeysOf({
  key,
  keyId: kid,
}: RelyingParty['decryptionKeys'][number]): Promise<client.DecryptionKey>[] {
  const namedCurve = ecCurves[key.asymmetricKeyDetails?.namedCurve ?? '']
  if (namedCurve !== undefined)
    return [importKey(key, { name: 'ECDH', namedCurve }, ['deriveBits']).then((imported) => ({ key: imported, kid }))]
  return Object.entries(oaep).map(async ([alg, hash]) => ({
    ...{ alg, kid },
    key: await importKey(key, { name: 'RSA-OAEP', hash }, ['decrypt']),
  }))
}

type Parameters = { readonly name: string; readonly hash?: string; readonly namedCurve?: string }

const importKey = (key: KeyObject, parameters: Parameters, usages: ('sign' | 'decrypt' | 'deriveBits')[]) =>
  webcrypto.subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), parameters, false, usages)

/** A key set that cannot be read is left out: the library fetches its own, and says what is wrong with it. */
function cacheKeys(config: client.Configuration, { json, fetchedAt }: KeySet): void {
  try {
    const jwks = JSON.parse(Buffer.from(json).toString('utf8'))
    client.setJwksCache(config, { jwks, uat: Math.floor(fetchedAt.getTime() / 1000) })
  } catch {}
}
