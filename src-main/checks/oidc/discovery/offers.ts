import { isSymmetric, signatureMethods } from '#main/oidc/token/signature-methods.ts'
import type { Outcome } from '../../finding/outcome.ts'
import { listOf, onDocument } from './discovery-context.ts'

const passed = { kind: 'passed', trust: 'verified' } as const
const fault = { kind: 'fault', trust: 'verified' } as const
const notListed = { kind: 'not-verified', trust: 'verified', detail: 'The document does not list them.' } as const

export const codeFlowIsOffered = onDocument('discovery.response-types', (document, _context, place) => {
  const types = listOf(document, 'response_types_supported')
  const at = place('response_types_supported')
  if (types === undefined) return { ...notListed, at }
  const actual = types.join('\n')
  if (types.includes('code')) return { ...passed, at, actual }
  return { ...fault, code: 'discovery.response-types.no-code', at, expected: 'code', actual }
})

export const algorithmsAreUsable = onDocument('discovery.algorithms', (document, { signingAlgorithm }, place) => {
  const algorithms = listOf(document, 'id_token_signing_alg_values_supported')
  const at = place('id_token_signing_alg_values_supported')
  if (algorithms === undefined) return { ...notListed, at }
  const evidence = { at, actual: algorithms.join(', ') }
  const usable = algorithms.filter((algorithm) => signatureMethods.has(algorithm) && !isSymmetric(algorithm))
  if (usable.length === 0) return { ...fault, code: 'discovery.algorithms.none-usable', ...evidence, expected: 'RS256' }
  const outcomes: Outcome<'discovery.algorithms'>[] = []
  if (signingAlgorithm !== undefined && !algorithms.includes(signingAlgorithm))
    outcomes.push({ ...fault, code: 'discovery.algorithms.other', ...evidence, expected: signingAlgorithm })
  if (algorithms.some((algorithm) => algorithm.toLowerCase() === 'none'))
    outcomes.push({ ...fault, code: 'discovery.algorithms.unsigned', ...evidence })
  if (!algorithms.includes('RS256'))
    outcomes.push({ ...fault, code: 'discovery.algorithms.no-rs256', ...evidence, expected: 'RS256' })
  return outcomes.length > 0 ? outcomes : { ...passed, ...evidence }
})

export const pkceIsAnnounced = onDocument('discovery.pkce', (document, _context, place) => {
  const methods = listOf(document, 'code_challenge_methods_supported')
  const at = place('code_challenge_methods_supported')
  if (methods === undefined || methods.length === 0)
    return { ...fault, code: 'discovery.pkce.not-announced', at, expected: 'S256' }
  const evidence = { at, actual: methods.join(', ') }
  if (methods.includes('S256')) return { ...passed, ...evidence }
  return { ...fault, code: 'discovery.pkce.no-s256', ...evidence, expected: 'S256' }
})

export const scopesAreOffered = onDocument('discovery.scopes', (document, _context, place) => {
  const scopes = listOf(document, 'scopes_supported')
  const at = place('scopes_supported')
  if (scopes === undefined) return { ...notListed, at }
  const evidence = { at, actual: scopes.join(', ') }
  if (!scopes.includes('openid'))
    return { ...fault, code: 'discovery.scopes.no-openid', ...evidence, expected: 'openid' }
  if (!scopes.includes('email')) return { ...fault, code: 'discovery.scopes.no-email', ...evidence, expected: 'email' }
  return { ...passed, ...evidence }
})

/** Where no list is given, `client_secret_basic` is what is offered (OpenID Connect Discovery §3). */
export const clientCanAuthenticate = onDocument(
  'discovery.client-authentication',
  (document, { clientAuthentication }, place) => {
    const methods = listOf(document, 'token_endpoint_auth_methods_supported') ?? ['client_secret_basic']
    const evidence = { at: place('token_endpoint_auth_methods_supported'), actual: methods.join(', ') }
    if (clientAuthentication === undefined)
      return {
        kind: 'not-verified',
        trust: 'verified',
        ...evidence,
        detail: 'How the client authenticates itself was not given.',
      }
    if (methods.includes(clientAuthentication)) return { ...passed, ...evidence }
    const expected = clientAuthentication
    return { ...fault, code: 'discovery.client-authentication.not-offered', ...evidence, expected }
  },
)

export const subjectsArePublic = onDocument('discovery.subject-types', (document, _context, place) => {
  const types = listOf(document, 'subject_types_supported')
  const at = place('subject_types_supported')
  if (types === undefined) return { ...notListed, at }
  const evidence = { at, actual: types.join(', ') }
  if (!types.includes('pairwise')) return { ...passed, ...evidence }
  return { ...fault, code: 'discovery.subject-types.pairwise', ...evidence }
})

export const responseNamesIssuer = onDocument('discovery.response-issuer', ({ object }, _context, place) => {
  const at = place('authorization_response_iss_parameter_supported')
  if (object.authorization_response_iss_parameter_supported === true) return { ...passed, at }
  return { ...fault, code: 'discovery.response-issuer.not-announced', at }
})

export const logoutIsOffered = onDocument('discovery.logout', ({ object }, _context, place) => {
  const at = place('end_session_endpoint')
  if (typeof object.end_session_endpoint === 'string' || object.backchannel_logout_supported === true)
    return { ...passed, at }
  return { ...fault, code: 'discovery.logout.not-offered', at }
})
