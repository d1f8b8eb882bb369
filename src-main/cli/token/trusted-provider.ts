import { judgeDiscovery } from '#main/checks/judge-discovery.ts'
import type { TokenContext } from '#main/checks/oidc/token/token-context.ts'
import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import { isForSignatures, type ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import { isRefusal, type JsonDocument, readJsonDocument } from '#main/oidc/token/json-document.ts'
import { visibleText } from '#shared/comparison/visible-text.ts'
import { readBytes } from '../files/read-bytes.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'
import type { ProviderDocument } from './fetch-provider-document.ts'
import type { TokenOptions } from './token-options.ts'

const LIMIT = 1_000_000

/**
 * Who may sign, from everything given. What is given is trusted; its own faults are noted, for they may explain a verdict.
 * @throws {UsageError} where something cannot be read or fetched, or no usable key is in it
 */
export async function trustedProvider(
  options: TokenOptions,
  now: Date,
  console: Console,
): Promise<TokenContext['provider']> {
  const { jwks, discovery, issuer, tenant, policy } = options
  const described = discovery === undefined ? undefined : await readDiscovery(discovery, console)
  const keySet =
    jwks === undefined ? await described?.keySet() : { file: jwks, bytes: await readBytes(jwks, LIMIT, console) }
  const document = described && jsonOf(described.file, described.bytes)
  if (described !== undefined) {
    const { findings } = judgeDiscovery(
      { discovery: described.bytes, jwks: keySet?.bytes, jwksBefore: undefined },
      {
        ...{ now, mode: policy, issuer, url: described.url, contentType: described.contentType },
        ...{ tenantsLimited: tenant !== undefined, clientAuthentication: undefined, signingAlgorithm: undefined },
      },
    )
    const faults = findings.filter(
      ({ severity, causedBy }) => causedBy === undefined && /^(?:error|warning)$/.test(severity),
    )
    for (const title of new Set(faults.map((fault) => fault.title)))
      console.note(`Warning: ${visibleText(described.file)}: ${title}`)
  }
  return {
    issuer: issuer ?? textOf(document?.object.issuer),
    tenants: tenant,
    keys: keySet && usableKeys(keySet.file, keySet.bytes),
    signingAlgorithms: listOf(document?.object.id_token_signing_alg_values_supported),
  }
}

async function readDiscovery(source: string, console: Console): Promise<ProviderDocument> {
  if (/^https?:\/\//i.test(source)) {
    const { fetchProviderDocument } = await import('./fetch-provider-document.ts')
    return fetchProviderDocument(source)
  }
  const bytes = await readBytes(source, LIMIT, console)
  return { file: source, url: undefined, contentType: undefined, bytes, keySet: async () => undefined }
}

function jsonOf(file: string, bytes: Uint8Array): JsonDocument {
  const read = readJsonDocument(bytes, 'discovery')
  if (isRefusal(read)) throw new UsageError(`${file} is not a JSON object.`)
  return read
}

/** Some key must be able to verify: trust that can verify nothing is a mistake in the call. */
function usableKeys(file: string, bytes: Uint8Array): readonly ProviderKey[] {
  const keys = readKeySet(jsonOf(file, bytes))
  if (keys === undefined) throw new UsageError(`${file} is not a key set (JWKS): it has no list named “keys”.`)
  if (keys.some((key) => key.key !== undefined && isForSignatures(key))) return keys
  throw new UsageError(`${file}: no signing key that can be used is in it.`)
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const listOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined
