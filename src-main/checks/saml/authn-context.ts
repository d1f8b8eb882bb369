import { onAssertion } from '../reading/on-assertion.ts'

/** Context classes that stand for two factors (SAML Authentication Context §3.4, REFEDS MFA Profile, Microsoft's own). */
const severalFactors = new Set([
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken',
  'https://refeds.org/profile/mfa',
  'http://schemas.microsoft.com/claims/multipleauthn',
  'phrh',
  'mfa',
])

/** Entra names the methods here, whatever the context class says. */
const METHODS = 'http://schemas.microsoft.com/claims/authnmethodsreferences'

/** What the assertion says of a second factor. It is the identity provider's to ask for, never ours to ask again. */
export const secondFactor = onAssertion(
  'saml.authn-context',
  ({ authnStatements, attributes, view }, _context, trust) => {
    const [statement] = authnStatements
    const methods = attributes
      .filter(({ name }) => name === METHODS)
      .flatMap(({ values }) => values.map(({ value }) => value))
    const said = [...(statement?.contextClass === undefined ? [] : [statement.contextClass]), ...methods]
    const evidence = { trust, at: statement?.view ?? view, actual: said.join('\n') || 'nothing' }
    if (said.some((value) => severalFactors.has(value))) return { kind: 'passed', ...evidence }
    return { kind: 'fault', code: 'saml.authn-context.one-factor', ...evidence }
  },
)
