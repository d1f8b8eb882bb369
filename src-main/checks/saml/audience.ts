import { onAssertion } from '../reading/on-assertion.ts'

/** Every restriction must name us, by the exact string (SAML Core §2.5.1.4); at least one must be there (Profiles §4.1.4.2). */
export const audienceNamesUs = onAssertion('saml.audience', ({ conditions, view }, { serviceProvider }, trust) => {
  const { entityId } = serviceProvider
  const restrictions = conditions.flatMap(({ audienceRestrictions }) => audienceRestrictions)
  const at = conditions[0]?.view ?? view
  if (restrictions.length === 0) return { kind: 'fault', code: 'saml.audience.missing', trust, at, expected: entityId }
  if (entityId === undefined) return { kind: 'not-verified', trust, at, detail: 'Our entity ID was not given.' }
  const missing = restrictions.find(({ audiences }) => !audiences.some(({ value }) => value === entityId))
  if (missing === undefined) return { kind: 'passed', trust, at: restrictions[0]?.view, actual: entityId }
  return {
    kind: 'fault',
    code: 'saml.audience.mismatch',
    trust,
    at: missing.audiences[0] ?? missing.view,
    expected: entityId,
    actual: missing.audiences.map(({ value }) => value).join('\n'),
  }
})
