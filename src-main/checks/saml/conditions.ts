import { parseSamlTime } from '#main/saml/element/saml-time.ts'
import { onAssertion } from '../reading/on-assertion.ts'
import { clockText, distance, momentOfEnd, momentOfStart } from './window.ts'

/** SAML Core §2.5.1.2. Absent is no limit. */
export const validityHasBegun = onAssertion('saml.not-before', ({ conditions, view }, context, trust) => {
  const notBefore = conditions[0]?.notBefore
  const at = conditions[0]?.view ?? view
  if (notBefore === undefined) return { kind: 'passed', trust, at, detail: 'No start is set.' }
  const evidence = {
    trust,
    at,
    expected: clockText(context),
    actual: `${notBefore} (${distance(notBefore, context.now)})`,
  }
  const start = momentOfStart(notBefore, context)
  if (start === 'unreadable') return { kind: 'fault', code: 'saml.not-before.unreadable', trust, at, actual: notBefore }
  if (start === 'future') return { kind: 'fault', code: 'saml.not-before.too-early', ...evidence }
  return { kind: 'passed', ...evidence }
})

export const validityHasNotEnded = onAssertion('saml.not-on-or-after', ({ conditions, view }, context, trust) => {
  const { notOnOrAfter, notBefore } = conditions[0] ?? {}
  const at = conditions[0]?.view ?? view
  if (notOnOrAfter === undefined) return { kind: 'passed', trust, at, detail: 'No end is set.' }
  const evidence = {
    trust,
    at,
    expected: clockText(context),
    actual: `${notOnOrAfter} (${distance(notOnOrAfter, context.now)})`,
  }
  const end = momentOfEnd(notOnOrAfter, context)
  if (end === 'unreadable')
    return { kind: 'fault', code: 'saml.not-on-or-after.unreadable', trust, at, actual: notOnOrAfter }
  if (endsBeforeItBegins(notBefore, notOnOrAfter)) {
    return {
      kind: 'fault',
      code: 'saml.not-on-or-after.inverted',
      trust,
      at,
      actual: `${notBefore} to ${notOnOrAfter}`,
    }
  }
  if (end === 'past') return { kind: 'fault', code: 'saml.not-on-or-after.expired', ...evidence }
  return { kind: 'passed', ...evidence }
})

function endsBeforeItBegins(notBefore: string | undefined, notOnOrAfter: string): boolean {
  const start = notBefore === undefined ? undefined : parseSamlTime(notBefore)
  const end = parseSamlTime(notOnOrAfter)
  return start !== undefined && end !== undefined && end <= start
}

/** A condition nobody understands makes the assertion's validity undetermined (SAML Core §2.5.1.1). */
export const conditionsAreKnown = onAssertion('saml.conditions', ({ conditions, view }, _context, trust) => {
  if (conditions.length > 1) {
    return {
      kind: 'fault',
      code: 'saml.conditions.several',
      trust,
      at: view,
      actual: `${conditions.length} Conditions`,
    }
  }
  const stranger = conditions[0]?.unknown[0]
  if (stranger !== undefined) {
    return {
      kind: 'fault',
      code: 'saml.conditions.unknown',
      trust,
      at: stranger,
      actual: `${stranger.name} {${stranger.namespace}}`,
    }
  }
  return { kind: 'passed', trust, at: conditions[0]?.view ?? view }
})

export const oneTimeUse = onAssertion('saml.one-time-use', ({ conditions, view }, _context, trust) => {
  const asking = conditions.find((condition) => condition.oneTimeUse)
  if (asking !== undefined) return { kind: 'fault', code: 'saml.one-time-use.asked', trust, at: asking.view }
  return { kind: 'passed', trust, at: view }
})

export const proxyRestriction = onAssertion('saml.proxy-restriction', ({ conditions, view }, _context, trust) => {
  const limiting = conditions.find((condition) => condition.proxyRestriction)
  if (limiting !== undefined) return { kind: 'fault', code: 'saml.proxy-restriction.set', trust, at: limiting.view }
  return { kind: 'passed', trust, at: view }
})
