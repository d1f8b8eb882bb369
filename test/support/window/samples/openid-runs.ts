import type { Connection } from '#shared/model/connection.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { OpenidExchange, OpenidRun } from '#shared/model/openid-run.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { aTestRun, runId } from '#test/support/model/a-test-run.ts'
import { fault, findingsWith } from './findings.ts'

const issuer = 'http://127.0.0.1:7400/oidc'
const MASK = '••••••'
const subject = 'c0ffee00-0000-4000-8000-000000001815'
const signedInAt = 1_795_420_769

const tokenRequest = (answer: OpenidExchange['answer']): OpenidExchange => ({
  purpose: 'token',
  method: 'POST',
  url: `${issuer}/token`,
  headers: { accept: 'application/json', authorization: `Basic ${MASK}` },
  form: { grant_type: 'authorization_code', code: MASK, code_verifier: MASK },
  answer,
  failure: null,
})
const json = { 'content-type': 'application/json' }
const redeemed = tokenRequest({
  status: 200,
  headers: json,
  body: `{"access_token":"${MASK}","id_token":"${MASK}","token_type":"Bearer","expires_in":3600}`,
})
const refused = tokenRequest({
  status: 401,
  headers: json,
  body: '{"error":"invalid_client","error_description":"client authentication failed"}',
})
const userInfo: OpenidExchange = {
  purpose: 'user-info',
  method: 'GET',
  url: `${issuer}/me`,
  headers: { authorization: `Bearer ${MASK}` },
  form: null,
  answer: { status: 200, headers: json, body: `{"sub":"${subject}","email":"ada@customer.example"}` },
  failure: null,
}

const openidRun = (redirectUri: string, changes: Partial<OpenidRun>): OpenidRun => ({
  request: {
    endpoint: `${issuer}/auth`,
    parameters: { response_type: 'code', client_id: 'practice-4f2a9c01', scope: 'openid email profile' },
    isPushed: false,
    redirectUri,
  },
  callback: {
    receivedAt: '2026-11-22T07:59:39.000Z',
    url: redirectUri,
    parameters: { code: MASK, state: 'b3Blbi1zdGF0ZQ', iss: issuer },
  },
  exchanges: [],
  token: null,
  documents: {},
  signatures: [],
  refresh: null,
  logout: null,
  whatIf: [],
  ...changes,
})

const header = { alg: 'RS256', kid: 'sig-2026' }
const claims = {
  iss: issuer,
  aud: 'practice-4f2a9c01',
  sub: subject,
  iat: signedInAt,
  email: 'ada@customer.example',
  email_verified: true,
  given_name: 'Ada',
  family_name: 'Lovelace',
}
const timing = { parse: 0.2, verify: 0.3, checks: 0.2 }
const ofTokens = (...given: Finding[]) => findingsWith(...given).filter(({ code }) => code.startsWith('oidc.'))

const ended = (connection: Connection, number: number): TestRun =>
  aTestRun({
    id: runId(number),
    connectionId: connection.id,
    state: 'judged',
    startedAt: '2026-11-22T07:59:30.000Z',
    endedAt: '2026-11-22T07:59:39.700Z',
    configurationSha256: 'c0'.repeat(32),
  })

const callbackOf = (connection: Connection) => connection.openidClient?.redirectUri ?? ''

/** The code was redeemed, the token holds, and a refresh worked. */
export const acceptedOpenidRun = (connection: Connection, number: number): TestRun => ({
  ...ended(connection, number),
  openid: openidRun(callbackOf(connection), {
    exchanges: [redeemed, userInfo],
    token: { encrypted: false, header, claims },
    documents: { header: JSON.stringify(header), payload: JSON.stringify(claims) },
    signatures: [
      { covers: 'token', algorithm: 'RS256', keyId: 'sig-2026', keyThumbprint: 'NzbLsXh8uDCcd-6M', verified: true },
    ],
    refresh: { worked: true, says: 'The refresh token brought a new ID Token of the same person.' },
    logout: { worked: false, says: 'The provider offers no sign-out: it names no end_session_endpoint.' },
  }),
  judgement: {
    verdict: 'accepted',
    identity: {
      nameId: subject,
      nameIdFormat: null,
      issuer,
      sessionIndex: null,
      authnContext: null,
      attributes: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, [String(value)]])),
      profile: { email: 'ada@customer.example', givenName: 'Ada', familyName: 'Lovelace', groups: [] },
    },
    findings: ofTokens(),
    signatures: [{ covers: 'ID Token', algorithm: 'RS256', digest: 'SHA-256', verified: true }],
    timing,
  },
})

/** The token endpoint would not take the client secret: its answer is open on the screen. */
export const refusedOpenidRun = (connection: Connection, number: number): TestRun => ({
  ...ended(connection, number),
  openid: openidRun(callbackOf(connection), { exchanges: [refused] }),
  judgement: {
    verdict: 'rejected',
    identity: null,
    findings: [
      fault('oidc.token-response', 'oidc.token-response.invalid-client', {
        rootCause: true,
        actual: 'invalid_client: client authentication failed',
      }),
    ],
    signatures: [],
    timing,
  },
})
