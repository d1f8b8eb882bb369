import { judgeDiscovery } from '#main/checks/judge-discovery.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { listed } from './listed.ts'
import { shownJson } from './shown-json.ts'
import { makeThing, type Thing } from './thing.ts'

/** OpenID Connect Discovery §3. Its keys stand elsewhere, so they are not judged. */
export function describeDiscovery(
  value: Readonly<Record<string, unknown>>,
  text: string,
  look: Look,
  { now, policy }: InspectionContext,
): Thing {
  const documents = { discovery: Buffer.from(text), jwks: undefined, jwksBefore: undefined }
  const { findings, ...judgement } = judgeDiscovery(documents, {
    ...{ now, mode: policy.mode, issuer: undefined, url: undefined, contentType: undefined },
    ...{ tenantsLimited: false, clientAuthentication: undefined, signingAlgorithm: undefined },
  })
  return makeThing(look, {
    kind: 'oidc-discovery',
    facts: [
      ['Issuer', listed(value.issuer)],
      ['Sign-in', listed(value.authorization_endpoint)],
      ['Tokens', listed(value.token_endpoint)],
      ['Keys', listed(value.jwks_uri)],
      ['User info', listed(value.userinfo_endpoint)],
      ['Sign-out', listed(value.end_session_endpoint)],
      ['Scopes', listed(value.scopes_supported)],
      ['Signs with', listed(value.id_token_signing_alg_values_supported)],
      ['Authenticates by', listed(value.token_endpoint_auth_methods_supported)],
    ],
    text: shownJson(value),
    judgement: { by: 'discovery', ...judgement },
    findings,
  })
}
