import { type Judged, makeFindings, runChecks } from '#main/checks/finding/judged.ts'
import { readDocument } from '#main/checks/oidc/discovery/document.ts'
import { keySetChecks } from '#main/checks/oidc/discovery-checks.ts'
import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { describeKeys } from './keys.ts'
import { isObject, shownJson } from './shown-json.ts'
import { type FactList, makeThing, type Thing } from './thing.ts'

type Members = Readonly<Record<string, unknown>>

/** A JWK or a set of them (RFC 7517). One with a private key in it is told of as such, and nothing of it is shown. */
export async function describeKeySet(
  value: Members,
  text: string,
  look: Look,
  context: InspectionContext,
): Promise<Thing> {
  const keys = await describeKeys(Buffer.from(text), look, context)
  if (keys.kind === 'private-key') return { ...keys, facts: [...countOf(value), ...keys.facts] }
  const isSet = Array.isArray(value.keys)
  const thing = makeThing(look, {
    kind: isSet ? 'jwks' : 'jwk',
    facts: [...factsOf(value)],
    text: shownJson(value),
    certificates: keys.certificates,
    findings: isSet ? judgeKeySet(text, context) : [],
  })
  return thing
}

const countOf = (value: Members): Thing['facts'] =>
  Array.isArray(value.keys) ? [{ name: 'Keys', value: String(value.keys.length) }] : []

/** More than any provider publishes. */
const MOST_SHOWN = 50

const factsOf = (value: Members): FactList =>
  (Array.isArray(value.keys) ? value.keys : [value])
    .filter(isObject)
    .slice(0, MOST_SHOWN)
    .map(
      ({ kid, alg, use, kty }) =>
        ['Key', [kid ?? 'without kid', kty, alg, use].filter((part) => typeof part === 'string').join(', ')] as const,
    )

/** By the checks that judge a provider's keys, without the provider. */
function judgeKeySet(text: string, { now, policy }: InspectionContext): Finding[] {
  const read = readDocument(Buffer.from(text), 'jwks')
  const whole: Judged[] =
    'fault' in read ? [['jwks.document', read.fault]] : read.faults.map((fault) => ['jwks.document', fault])
  const keys = 'document' in read ? readKeySet(read.document) : undefined
  const judged =
    'document' in read && keys !== undefined
      ? runChecks(keySetChecks, { document: read.document, keys, now, algorithms: undefined, before: undefined })
      : []
  return makeFindings([...whole, ...judged], { mode: policy.mode, required: new Set() })
}
