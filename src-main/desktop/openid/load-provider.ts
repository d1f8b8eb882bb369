import { judgeDiscovery } from '#main/checks/judge-discovery.ts'
import { FetchRefused } from '#main/net/fetch-refused.ts'
import { fetchDiscovery, fetchKeySet } from '#main/oidc/discovery/fetch-provider.ts'
import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import { isRefusal, type JsonDocument, readJsonDocument } from '#main/oidc/token/json-document.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { LoadedOpenidProvider, OpenidSource } from '#shared/model/openid-side.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { ProblemCode } from '#shared/problems/problem-catalogue.ts'
import { fetchRefusal } from '../identity-provider/fetch-refusal.ts'
import { problemOfDiscovery } from './recognise-discovery.ts'

type Around = Pick<Connection, 'policy' | 'openidProvider' | 'openidClient'>

/** Somebody is waiting, and the customer watches. */
const fetching = { addresses: 'any', timeoutMs: 15_000 } as const

/** @param address an issuer, or its discovery document. @throws {InputRefused} naming the field and what to do */
export async function openidProviderAt(address: string, around: Around, now: Date): Promise<LoadedOpenidProvider> {
  const typed = address.trim()
  const fetched = await orRefuse('url', () => fetchDiscovery(typed, fetching))
  const source = { kind: 'url', url: typed } as const
  refuseOtherThings(fetched.bytes, 'url')
  const keys = await orRefuse('url', () => fetchKeySet(fetched.bytes, fetching))
  const served = { url: fetched.url, contentType: fetched.contentType ?? null }
  return loaded({ source, served, discovery: fetched.bytes, jwks: keys?.bytes, field: 'url' }, around, now)
}

/**
 * A discovery document from a file, its keys fetched where that is possible; or the key set of the provider that is loaded.
 * @throws {InputRefused}
 */
export async function openidProviderIn(
  bytes: Uint8Array,
  source: Exclude<OpenidSource, { kind: 'url' }>,
  around: Around,
  now: Date,
): Promise<LoadedOpenidProvider> {
  const field = source.kind
  const recognised = problemOfDiscovery(bytes)
  if (recognised !== null) throw new InputRefused(recognised, field)
  const document = jsonOf(bytes, field)
  if (document.object.issuer === undefined && Array.isArray(document.object.keys))
    return withKeys(bytes, around, field, now)
  refuseOtherThings(bytes, field)
  const keys = await fetchKeySet(bytes, fetching).catch(notReached)
  return loaded({ source, served: null, discovery: bytes, jwks: keys?.bytes, field }, around, now)
}

/** The same documents, judged by what the connection says of its client now. */
export function judgedAgain(provider: LoadedOpenidProvider, around: Around, now: Date): LoadedOpenidProvider {
  const { source, served, discoveryJson, jwksJson, loadedAt } = provider
  const jwks = jwksJson === null ? undefined : Buffer.from(jwksJson)
  const received = { source, served, discovery: Buffer.from(discoveryJson), jwks, field: null }
  return { ...loaded(received, { ...around, openidProvider: null }, now), loadedAt }
}

interface Received {
  readonly source: OpenidSource
  readonly served: LoadedOpenidProvider['served']
  readonly discovery: Uint8Array
  readonly jwks: Uint8Array | undefined
  readonly field: string | null
}

function loaded({ source, served, discovery, jwks, field }: Received, around: Around, now: Date): LoadedOpenidProvider {
  const { openidProvider, openidClient, policy } = around
  const jwksJson = jwks === undefined ? null : new TextDecoder().decode(jwks)
  if (jwks !== undefined && givesSecretsAway(jwks)) throw new InputRefused('openid.private-key', field)
  const issuer = issuerOf(discovery)
  const isSame = openidProvider !== null && openidProvider.issuer === issuer && openidProvider.jwksJson !== null
  const judgement = judgeDiscovery(
    {
      discovery,
      jwks,
      jwksBefore: isSame ? Buffer.from(openidProvider.jwksJson ?? '') : undefined,
    },
    {
      now,
      mode: policy.mode,
      issuer: configuredIssuer(source, issuer),
      url: served?.url,
      contentType: served?.contentType ?? undefined,
      tenantsLimited: (openidClient?.tenants.length ?? 0) > 0,
      clientAuthentication: openidClient?.authentication,
      signingAlgorithm: undefined,
    },
  )
  const { provider } = judgement
  const refuse = (code: ProblemCode): never => {
    throw new InputRefused(code, field)
  }
  if (provider === null) return refuse('openid.not-discovery')
  if (provider.issuer === '') return refuse('openid.no-issuer')
  if (provider.authorizationEndpoint === null || provider.tokenEndpoint === null) return refuse('openid.no-endpoint')
  const discoveryJson = new TextDecoder().decode(discovery)
  return { source, served, issuer: provider.issuer, discoveryJson, jwksJson, loadedAt: now.toISOString(), judgement }
}

function withKeys(jwks: Uint8Array, around: Around, field: string, now: Date): LoadedOpenidProvider {
  const { openidProvider } = around
  if (openidProvider === null) throw new InputRefused('openid.keys-alone', field)
  const { source, served, discoveryJson } = openidProvider
  return loaded({ source, served, discovery: Buffer.from(discoveryJson), jwks, field }, around, now)
}

/** Stands for every tenant of Microsoft in an address (its OpenID Connect documentation, “Find your app's configuration”). */
const manyTenants = /\/(?:common|organizations|consumers)\//

/** The issuer that somebody named by its address: slashes at the end aside, which only the document has right. */
function configuredIssuer(source: OpenidSource, issuer: string | undefined): string | undefined {
  if (source.kind !== 'url') return undefined
  const typed = source.url.replace(/\/\.well-known\/.*$/, '').replace(/\/$/, '')
  const isSame = issuer?.replace(/\/$/, '') === typed
  const isOfMany = issuer !== undefined && issuer === typed.replace(manyTenants, '/{tenantid}/')
  return isSame || isOfMany ? issuer : typed
}

function issuerOf(discovery: Uint8Array): string | undefined {
  const read = readJsonDocument(discovery, 'discovery')
  const issuer = isRefusal(read) ? undefined : read.object.issuer
  return typeof issuer === 'string' ? issuer : undefined
}

/** What a key set must never hold is not kept, judged or shown. */
function givesSecretsAway(jwks: Uint8Array): boolean {
  const read = readJsonDocument(jwks, 'jwks')
  return !isRefusal(read) && (readKeySet(read) ?? []).some(({ secretShown }) => secretShown)
}

function refuseOtherThings(bytes: Uint8Array, field: string): void {
  const recognised = problemOfDiscovery(bytes)
  if (recognised !== null) throw new InputRefused(recognised, field)
}

function jsonOf(bytes: Uint8Array, field: string): JsonDocument {
  const read = readJsonDocument(bytes, 'discovery')
  if (isRefusal(read)) throw new InputRefused('openid.not-discovery', field)
  return read
}

/** A file is loaded also where the provider cannot be reached: its judgement then says that the keys are missing. */
function notReached(error: unknown): undefined {
  if (!(error instanceof FetchRefused)) throw error
  return undefined
}

async function orRefuse<T>(field: string, fetch: () => Promise<T>): Promise<T> {
  try {
    return await fetch()
  } catch (cause) {
    if (!(cause instanceof FetchRefused)) throw cause
    throw fetchRefusal(cause, field)
  }
}
