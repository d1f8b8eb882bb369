import type { Connection } from '#shared/model/connection.ts'
import { defaultLoginWishes, type LoadedOpenidProvider, type OpenidClient } from '#shared/model/openid-side.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'
import { aConnection } from '#test/support/model/a-connection.ts'
import { anIntake } from '#test/support/model/an-intake.ts'
import { fault, findingsWith } from './findings.ts'

const issuer = 'http://127.0.0.1:7400/oidc'
const discovery = {
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/me`,
  end_session_endpoint: `${issuer}/session/end`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
  code_challenge_methods_supported: ['S256'],
  scopes_supported: ['openid', 'email', 'profile', 'groups'],
  claims_supported: ['sub', 'email', 'email_verified', 'given_name', 'family_name', 'groups'],
}

/** The practice identity provider's OpenID side, loaded and judged. */
export function practiceOpenidProvider(changes: Partial<LoadedOpenidProvider> = {}): LoadedOpenidProvider {
  const discoveryJson = JSON.stringify(discovery, null, 2)
  return {
    source: { kind: 'url', url: issuer },
    served: null,
    issuer,
    discoveryJson,
    jwksJson: null,
    loadedAt: '2026-11-22T07:40:00.000Z',
    judgement: {
      verdict: 'valid',
      provider: {
        issuer,
        authorizationEndpoint: discovery.authorization_endpoint,
        tokenEndpoint: discovery.token_endpoint,
        userInfoEndpoint: discovery.userinfo_endpoint,
        endSessionEndpoint: discovery.end_session_endpoint,
        jwksUri: discovery.jwks_uri,
        signingAlgorithms: ['RS256'],
        clientAuthentications: discovery.token_endpoint_auth_methods_supported,
        scopes: discovery.scopes_supported,
        claims: discovery.claims_supported,
        pushedAuthorizationRequests: false,
        responseNamesIssuer: true,
        keys: [
          {
            id: 'sig-2026',
            thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
            type: 'RSA',
            curve: null,
            bits: 2048,
            algorithm: 'RS256',
            use: 'sig',
          },
        ],
      },
      findings: [
        {
          code: 'discovery.issuer',
          severity: 'passed',
          title: 'The issuer is the one that was configured.',
          detail: 'Compared character for character.',
          rootCause: false,
          owner: 'idp-admin',
        },
      ],
    },
    ...changes,
  }
}

/** Its description names another issuer: it cannot be used. */
export function invalidOpenidProvider(): LoadedOpenidProvider {
  const loaded = practiceOpenidProvider()
  const mismatch = fault('discovery.issuer', 'discovery.issuer.mismatch', {
    rootCause: true,
    expected: issuer,
    actual: `${issuer}/`,
    location: { document: 'discovery', path: '/issuer', line: 2, column: 3 },
  })
  const findings = findingsWith(mismatch).filter(({ code }) => code.startsWith('discovery.'))
  return { ...loaded, judgement: { ...loaded.judgement, verdict: 'invalid', findings } }
}

export const anOpenidClient = (changes: Partial<OpenidClient> = {}): OpenidClient => ({
  clientId: 'practice-4f2a9c01',
  authentication: 'client_secret_basic',
  hasSecret: true,
  key: null,
  redirectUri: 'https://app.customer.example/oidc/callback',
  postLogoutRedirectUri: null,
  wishes: defaultLoginWishes,
  tenants: [],
  emailTrust: 'verified',
  changedAt: '2026-11-22T07:45:00.000Z',
  ...changes,
})

export const openidConnection = (changes: Partial<Connection> = {}): Connection =>
  aConnection({
    intake: anIntake({ provider: 'generic-oidc', protocol: 'oidc', displayName: 'Acme Notes by OIDC' }),
    mapping: tokenClaimNames,
    openidProvider: practiceOpenidProvider(),
    openidClient: anOpenidClient(),
    ...changes,
  })
