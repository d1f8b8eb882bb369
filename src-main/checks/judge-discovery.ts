import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import type { ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import type { JsonDocument } from '#main/oidc/token/json-document.ts'
import type { DiscoveryJudgement } from '#shared/model/discovery-judgement.ts'
import { type Judged, makeFindings, notReached, runChecks } from './finding/judged.ts'
import type { DiscoveryContext } from './oidc/discovery/discovery-context.ts'
import { listOf } from './oidc/discovery/discovery-context.ts'
import { readDocument } from './oidc/discovery/document.ts'
import { summariseProvider } from './oidc/discovery/summarise-provider.ts'
import { discoveryChecks, keySetChecks } from './oidc/discovery-checks.ts'

/** As received; what was not fetched is undefined and not judged. */
export interface ProviderDocuments {
  readonly discovery: Uint8Array
  readonly jwks: Uint8Array | undefined
  /** The key set of the fetch before, to see what changed. */
  readonly jwksBefore: Uint8Array | undefined
}

/**
 * Judges how an OpenID provider describes itself: `valid` where no finding is an error. Never throws for bad input.
 */
export function judgeDiscovery(documents: ProviderDocuments, context: DiscoveryContext): DiscoveryJudgement {
  const read = readDocument(documents.discovery, 'discovery')
  if ('fault' in read) return notRead([['discovery.document', read.fault]], context)
  const { document, faults } = read
  if (!describesProvider(document))
    return notRead(
      [['discovery.document', { kind: 'fault', code: 'discovery.document.other', trust: 'verified' }]],
      context,
    )
  const algorithms = listOf(document, 'id_token_signing_alg_values_supported')
  const { keys, judged } = judgeKeySet(documents, algorithms, context.now)
  const findings = makeFindings(
    [
      ...whole('discovery.document', [...faults, ...servedAs(context)]),
      ...runChecks(discoveryChecks, { document, context }),
      ...judged,
    ],
    { mode: context.mode, required: new Set() },
  )
  return { verdict: verdictOf(findings), provider: summariseProvider(document, keys ?? []), findings }
}

function judgeKeySet({ jwks, jwksBefore }: ProviderDocuments, algorithms: readonly string[] | undefined, now: Date) {
  if (jwks === undefined) {
    const detail = 'The key set was not given.'
    const unread = notReached([{ code: 'jwks.document' }, ...keySetChecks], [], detail)
    return { keys: undefined, judged: unread }
  }
  const read = readKeys(jwks)
  if ('judged' in read) return { keys: undefined, judged: [...read.judged, ...notReached(keySetChecks, read.judged)] }
  const { keys, document, faults } = read
  const earlier = jwksBefore === undefined ? undefined : readKeys(jwksBefore)
  const before = earlier !== undefined && 'keys' in earlier ? earlier.keys : undefined
  const subject = { document, keys, now, algorithms, before }
  return { keys, judged: [...whole('jwks.document', faults), ...runChecks(keySetChecks, subject)] }
}

/** OpenID Connect Discovery §4.2: the answer is application/json. */
function servedAs({ contentType }: DiscoveryContext): Faults {
  if (contentType === undefined || /^application\/json\s*(?:;|$)/i.test(contentType)) return []
  const code = 'discovery.document.content-type'
  return [{ kind: 'fault', code, trust: 'verified', expected: 'application/json', actual: contentType }]
}

type ReadKeys =
  | { readonly keys: readonly ProviderKey[]; readonly document: JsonDocument; readonly faults: Faults }
  | { readonly judged: readonly Judged[] }
type Faults = readonly Judged[1][]

function readKeys(bytes: Uint8Array): ReadKeys {
  const read = readDocument(bytes, 'jwks')
  if ('fault' in read) return { judged: [['jwks.document', read.fault]] }
  const keys = readKeySet(read.document)
  if (keys === undefined)
    return { judged: [['jwks.document', { kind: 'fault', code: 'jwks.document.no-keys', trust: 'verified' }]] }
  return { keys, ...read }
}

const whole = (code: Judged[0], faults: Faults): Judged[] =>
  faults.length === 0 ? [[code, { kind: 'passed', trust: 'verified' }]] : faults.map((fault) => [code, fault])

const members = ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri']
const describesProvider = ({ object }: JsonDocument) => members.some((member) => object[member] !== undefined)

function notRead(judged: readonly Judged[], { mode }: DiscoveryContext): DiscoveryJudgement {
  const all = [...judged, ...notReached([...discoveryChecks, ...keySetChecks], judged)]
  return { verdict: 'invalid', provider: null, findings: makeFindings(all, { mode, required: new Set() }) }
}

const verdictOf = (findings: DiscoveryJudgement['findings']) =>
  findings.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid'
