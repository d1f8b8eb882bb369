import { describe, expect, test } from 'vitest'
import { EvidenceReport, type ReportVariant } from '#main/evidence/report/evidence-report.ts'
import { reportHtml } from '#main/evidence/report/report-html.ts'
import { reportJson } from '#main/evidence/report/report-json.ts'
import type { OpenidExchange } from '#shared/model/openid-run.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { fault } from '#test/support/evidence/sample-findings.ts'
import { openidConnection, openidJudgement, openidRun, sampleOpenidRun } from '#test/support/evidence/sample-openid.ts'

const variants = ['full', 'redacted'] as const
const read = (run: TestRun, variant: ReportVariant) =>
  EvidenceReport.parse(JSON.parse(reportJson(run, openidConnection, variant)))
const both = (run: TestRun, variant: ReportVariant, connection = openidConnection) =>
  reportJson(run, connection, variant) + reportHtml(run, connection, variant)
const textOf = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
const [tokenExchange] = openidRun.exchanges as [OpenidExchange]
const answering = (body: string): Partial<typeof openidRun> => ({
  exchanges: [{ ...tokenExchange, answer: { status: 400, headers: {}, body } }],
})

describe.each(variants)('the %s report', (variant) => {
  test('shows both sides as they were configured', () => {
    const report = read(sampleOpenidRun(), variant)
    expect(report.openidProvider).toMatchObject({
      issuer: 'https://op.customer.example',
      tokenEndpoint: 'https://op.customer.example/token',
    })
    expect(report.openidClient).toMatchObject({
      clientId: 'acme-notes',
      authentication: 'client_secret_basic',
      redirectUri: 'https://app.customer.example/oidc/callback',
      scopes: ['openid', 'email', 'profile'],
    })
    expect(report).toMatchObject({ identityProvider: null, serviceProvider: null, request: null, message: null })
    const shown = textOf(reportHtml(sampleOpenidRun(), openidConnection, variant))
    expect(shown).toMatch(
      /Issuer https:\/\/op\.customer\.example .*Client ID acme-notes Client authentication client_secret_basic Redirect URI https:\/\/app\.customer\.example\/oidc\/callback .*Scopes openid email profile/,
    )
    expect(shown).not.toMatch(/Not set up|NameID|Must be signed|SAML 2\.0/)
  })

  test('shows what was asked and what came, in that order', () => {
    const shown = textOf(reportHtml(sampleOpenidRun(), openidConnection, variant))
    expect(shown).toMatch(
      /Authorization request .*scope=openid email profile .*Authorization response .*code=•+ .*Token request .*HTTP 200 .*Basic •+ .*grant_type=authorization_code .*token_type/,
    )
    expect(shown).toContain('UserInfo request')
    expect(shown).toContain('This ID Token is genuine')
    expect(shown).toMatch(/Key ID .*sig-2026 NzbLsXh8uDCcd-6MNwXF/)
  })

  test('holds no secret, whatever passed unmasked until here', () => {
    const connection = structuredClone(openidConnection)
    Object.assign(connection.openidClient!, { clientSecret: 'hush-1', privateKey: 'hush-2' })
    const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJodXNoIn0.c2lnbmF0dXJl'
    const run = sampleOpenidRun({
      ...answering(`access_token=gho_hush3&token_type=bearer`),
      documents: {
        ...openidRun.documents,
        userinfo: JSON.stringify({ _claim_sources: { src1: { JWT: jwt }, src2: { access_token: 'hush-4' } } }),
      },
    })
    const sources = { _claim_sources: [JSON.stringify({ src2: { access_token: 'hush-5' } })] }
    Object.assign(run.judgement!.identity!.attributes, sources)
    run.openid!.exchanges[0]!.headers.cookie = 'hush-6'
    run.openid!.exchanges[0]!.answer!.headers['set-cookie'] = 'hush-7'
    run.openid!.exchanges[0]!.failure = `refused for ${jwt}`
    const text = both(run, variant, connection)
    expect(text).not.toMatch(/hush|eyJ|as received|user-agent|tier=gold/)
    expect(text).toContain('https://op.customer.example/token?tier=…')
  })

  test('keeps what the provider said of an error', () => {
    const run = sampleOpenidRun(answering('{"error":"invalid_client","error_description":"AADSTS7000215: wrong."}'))
    expect(both(run, variant)).toMatch(/HTTP 400[\s\S]*invalid_client[\s\S]*AADSTS7000215: wrong\./)
  })
})

test('of a draft it shows the addresses that the backend made', () => {
  const redirectUri = 'http://127.0.0.1:4000/oidc/callback'
  const run = sampleOpenidRun({ request: { ...openidRun.request, redirectUri } }, { target: 'draft' })
  expect(read(run, 'full').openidClient?.redirectUri).toBe(redirectUri)
})

test('the full report holds the claims and UserInfo as they came', () => {
  expect(read(sampleOpenidRun(), 'full').openid?.documents).toEqual(openidRun.documents)
})

describe('the redacted report', () => {
  const personal = /\bada\b|lovelace|1815|4915123456|browser-session-9/i

  test('names nobody where the user was identified', () => {
    const report = read(sampleOpenidRun(), 'redacted')
    expect(both(sampleOpenidRun(), 'redacted')).not.toMatch(personal)
    expect(report.openid?.documents).toEqual({})
    expect(report.openid?.request.parameters.login_hint).toBe('•••@customer.example')
    expect(report.identity).toMatchObject({
      nameId: '••• (9 characters)',
      attributes: { iss: ['https://op.customer.example'], aud: ['acme-notes'], email_verified: ['true'] },
    })
    expect(JSON.parse(report.openid?.exchanges[0]?.answer?.body ?? '')).toMatchObject({ token_type: 'Bearer' })
  })

  test('names nobody where findings quote a token that was refused', () => {
    const judgement = {
      ...openidJudgement,
      verdict: 'rejected' as const,
      identity: null,
      findings: [
        fault('oidc.audience.mismatch', {
          rootCause: true,
          expected: 'other-client',
          actual: 'acme-notes',
          detail: 'Ada Lovelace (user-1815) signed in at another application.',
          location: { document: 'payload', path: '/aud', line: 1, column: 1 },
        }),
        fault('oidc.claim.email.missing', {
          actual: 'Bo',
          location: { document: 'userinfo', path: '/nickname', line: 1, column: 1 },
        }),
      ],
    }
    const run = sampleOpenidRun({}, { judgement })
    expect(both(run, 'redacted')).not.toMatch(personal)
    expect(read(run, 'redacted').findings).toMatchObject([
      { expected: 'other-client', actual: 'acme-notes', detail: '••• ••• (•••) signed in at another application.' },
      { actual: '••• (2 characters)' },
    ])
  })

  test('leaves out an answer that is no JSON object', () => {
    const run = sampleOpenidRun(answering('<p>Hello Ada Lovelace'))
    expect(read(run, 'redacted').openid?.exchanges[0]?.answer).toEqual({ status: 400, headers: {}, body: null })
  })
})
