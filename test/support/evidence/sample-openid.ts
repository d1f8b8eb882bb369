import type { Connection } from '#shared/model/connection.ts'
import type { OpenidRun } from '#shared/model/openid-run.ts'
import { defaultLoginWishes } from '#shared/model/openid-side.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { sampleConnection } from './sample-connection.ts'
import { acceptedJudgement, sampleRun } from './sample-run.ts'

const issuer = 'https://op.customer.example'
const MASK = '••••••'

/** A connection by OpenID Connect whose both sides are set up. */
export const openidConnection: Connection = {
  ...sampleConnection,
  intake: { ...sampleConnection.intake, provider: 'generic-oidc', protocol: 'oidc' },
  identityProvider: null,
  serviceProvider: null,
  openidProvider: {
    source: { kind: 'url', url: issuer },
    issuer,
    served: null,
    discoveryJson: '{"issuer":"discovery as received"}',
    jwksJson: '{"keys":"key set as received"}',
    loadedAt: '2026-11-22T07:45:00.000Z',
    judgement: {
      verdict: 'valid',
      provider: {
        issuer,
        authorizationEndpoint: `${issuer}/authorize`,
        tokenEndpoint: `${issuer}/token`,
        userInfoEndpoint: `${issuer}/userinfo`,
        endSessionEndpoint: null,
        jwksUri: `${issuer}/jwks`,
        signingAlgorithms: ['RS256'],
        clientAuthentications: ['client_secret_basic'],
        scopes: ['openid'],
        claims: [],
        pushedAuthorizationRequests: false,
        responseNamesIssuer: true,
        keys: [],
      },
      findings: [],
    },
  },
  openidClient: {
    clientId: 'acme-notes',
    authentication: 'client_secret_basic',
    hasSecret: true,
    key: null,
    redirectUri: 'https://app.customer.example/oidc/callback',
    postLogoutRedirectUri: null,
    wishes: { ...defaultLoginWishes, loginHint: 'ada@customer.example' },
    tenants: [],
    emailTrust: 'verified',
    changedAt: '2026-11-22T07:50:00.000Z',
  },
}

const claims = {
  iss: issuer,
  aud: 'acme-notes',
  sub: 'user-1815',
  nonce: 'n-0S6_WzA2Mj',
  iat: 1_795_420_812,
  email: 'ada@customer.example',
  email_verified: true,
  given_name: 'Ada',
  family_name: 'Lovelace',
}
const userInfo = JSON.stringify({ sub: 'user-1815', given_name: 'Ada', phone_number: 4915123456, locale: 'en' })
const form = (fields: object) => ({ grant_type: 'authorization_code', code: MASK, code_verifier: MASK, ...fields })

export const openidRun: OpenidRun = {
  request: {
    endpoint: `${issuer}/authorize`,
    parameters: {
      response_type: 'code',
      client_id: 'acme-notes',
      redirect_uri: 'https://app.customer.example/oidc/callback',
      scope: 'openid email profile',
      state: 'state-77',
      nonce: 'n-0S6_WzA2Mj',
      code_challenge_method: 'S256',
      login_hint: 'ada@customer.example',
    },
    isPushed: false,
    redirectUri: 'https://app.customer.example/oidc/callback',
  },
  callback: {
    receivedAt: '2026-11-22T08:00:12.400Z',
    url: 'https://app.customer.example/oidc/callback',
    parameters: { code: MASK, state: 'state-77', iss: issuer, session_state: 'browser-session-9' },
  },
  exchanges: [
    {
      purpose: 'token',
      method: 'POST',
      url: `${issuer}/token?tier=gold`,
      headers: { authorization: `Basic ${MASK}`, accept: 'application/json', 'user-agent': 'openid-client/v6' },
      form: form({ redirect_uri: 'https://app.customer.example/oidc/callback' }),
      answer: {
        status: 200,
        headers: { 'content-type': 'application/json', 'set-cookie': MASK, server: 'nginx' },
        body: `{"access_token":"${MASK}","id_token":"${MASK}","token_type":"Bearer","expires_in":3600,"employee":"E-1815"}`,
      },
      failure: null,
    },
    {
      purpose: 'user-info',
      method: 'GET',
      url: `${issuer}/userinfo`,
      headers: { authorization: `Bearer ${MASK}` },
      form: null,
      answer: { status: 200, headers: { 'content-type': 'application/json' }, body: userInfo },
      failure: null,
    },
  ],
  token: { encrypted: false, header: { alg: 'RS256', kid: 'sig-2026' }, claims },
  documents: { header: '{"alg":"RS256","kid":"sig-2026"}', payload: JSON.stringify(claims), userinfo: userInfo },
  signatures: [
    { covers: 'token', algorithm: 'RS256', keyId: 'sig-2026', keyThumbprint: 'NzbLsXh8uDCcd-6MNwXF', verified: true },
  ],
  refresh: null,
  logout: null,
  whatIf: [],
}

const textsOf = (value: unknown) => [typeof value === 'string' ? value : JSON.stringify(value)]

export const openidJudgement = {
  ...acceptedJudgement,
  identity: {
    nameId: 'user-1815',
    nameIdFormat: null,
    issuer,
    sessionIndex: null,
    authnContext: null,
    attributes: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, textsOf(value)])),
    profile: { email: 'ada@customer.example', givenName: 'Ada', familyName: 'Lovelace', groups: [] },
  },
  findings: [],
  signatures: [],
}

/** A test login by OpenID Connect that was accepted. */
export const sampleOpenidRun = (changes: Partial<OpenidRun> = {}, more: Partial<TestRun> = {}): TestRun =>
  sampleRun(openidJudgement, { request: null, message: null, openid: { ...openidRun, ...changes }, ...more })
