import { onAssertion } from '../reading/on-assertion.ts'

/** Single logout needs it to end this session alone (SAML Profiles §4.4.3.1). */
export const sessionIsNamed = onAssertion('saml.session-index', ({ authnStatements, view }, _context, trust) => {
  const [statement] = authnStatements
  if (statement === undefined) return { kind: 'not-verified', trust, at: view, detail: 'There is no AuthnStatement.' }
  const { sessionIndex, view: at } = statement
  if (sessionIndex === undefined || sessionIndex === '')
    return { kind: 'fault', code: 'saml.session-index.missing', trust, at }
  return { kind: 'passed', trust, at, actual: sessionIndex }
})
