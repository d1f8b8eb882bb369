import type { Leaf } from '#main/saml/element/leaf.ts'
import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import type { ElementView } from '#main/xml/tree/element-view.ts'
import type { HasPlace, Trust } from '../finding/outcome.ts'
import { type Clock, clockText, distance } from '../saml/window.ts'

/** Ours, as for responses: a message that took longer was kept back. */
const MAXIMUM_AGE_MS = 10 * 60 * 1000

type Kind = 'logout' | 'request'

export function judgeIssueInstant<K extends Kind>(
  kind: K,
  issueInstant: string | undefined,
  at: HasPlace,
  context: Clock,
  trust: Trust,
) {
  const issued = issueInstant === undefined ? undefined : parseSamlTime(issueInstant)
  if (issueInstant === undefined || issued === undefined) {
    return { kind: 'fault', code: `saml.${kind}.time.unreadable`, trust, at, actual: issueInstant } as const
  }
  const skew = context.policy.clockSkewSeconds * 1000
  const age = context.now.getTime() - issued
  const evidence = {
    trust,
    at,
    expected: clockText(context),
    actual: `${issueInstant} (${distance(issueInstant, context.now)})`,
  }
  if (age < -skew) return { kind: 'fault', code: `saml.${kind}.time.in-the-future`, ...evidence } as const
  if (age > MAXIMUM_AGE_MS + skew) return { kind: 'fault', code: `saml.${kind}.time.too-old`, ...evidence } as const
  return { kind: 'passed', ...evidence } as const
}

export function judgeIssuer<K extends Kind>(
  kind: K,
  issuer: Leaf | undefined,
  view: ElementView,
  entityId: string | undefined,
  trust: Trust,
) {
  if (issuer === undefined || !issuer.whole) {
    return { kind: 'fault', code: `saml.${kind}.issuer.missing`, trust, at: view, expected: entityId } as const
  }
  if (entityId === undefined) {
    return {
      kind: 'not-verified',
      trust,
      at: issuer,
      actual: issuer.value,
      detail: 'The entity ID of the sender was not given.',
    } as const
  }
  const evidence = { trust, at: issuer, actual: issuer.value }
  if (issuer.value === entityId) return { kind: 'passed', ...evidence } as const
  return { kind: 'fault', code: `saml.${kind}.issuer.mismatch`, ...evidence, expected: entityId } as const
}

/** Exact; a signed message must name one (SAML Bindings §3.4.5.2, §3.5.5.2). */
export function judgeDestination<K extends Kind>(
  kind: K,
  destination: string | undefined,
  view: ElementView,
  allowed: readonly string[],
  trust: Trust,
) {
  if (allowed.length === 0) {
    return {
      kind: 'not-verified',
      trust,
      at: view,
      actual: destination,
      detail: 'The URL it should go to was not given.',
    } as const
  }
  const expected = allowed.join('\n')
  if (destination === undefined || destination === '') {
    if (trust === 'verified')
      return { kind: 'fault', code: `saml.${kind}.destination.missing`, trust, at: view, expected } as const
    return { kind: 'passed', trust, at: view, detail: 'There is none, and the message is not signed.' } as const
  }
  if (allowed.includes(destination)) return { kind: 'passed', trust, at: view, actual: destination } as const
  return {
    kind: 'fault',
    code: `saml.${kind}.destination.mismatch`,
    trust,
    at: view,
    expected,
    actual: destination,
  } as const
}

/** RelayState must not exceed 80 bytes (SAML Bindings §3.4.3, §3.5.3). */
export function judgeRelayState<K extends Kind>(kind: K, relayState: string | null) {
  const length = relayState === null ? 0 : Buffer.byteLength(relayState)
  if (length <= 80) return { kind: 'passed', trust: 'verified' } as const
  return {
    kind: 'fault',
    code: `saml.${kind}.encoding.relay-state`,
    trust: 'verified',
    expected: 'at most 80 bytes',
    actual: `${length} bytes`,
  } as const
}
