import { describe, expect, test } from 'vitest'
import { EvidenceReport, type ReportVariant } from '#main/evidence/report/evidence-report.ts'
import { reportHtml } from '#main/evidence/report/report-html.ts'
import { reportJson } from '#main/evidence/report/report-json.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { sampleConnection } from '#test/support/evidence/sample-connection.ts'
import { fault } from '#test/support/evidence/sample-findings.ts'
import { acceptedJudgement, rejectedJudgement, sampleRun } from '#test/support/evidence/sample-run.ts'

const read = (text: string) => EvidenceReport.parse(JSON.parse(text))
const both = (judgement: ResponseJudgement, connection = sampleConnection, variant?: ReportVariant) =>
  reportJson(sampleRun(judgement), connection, variant) + reportHtml(sampleRun(judgement), connection, variant)

test('the full report holds the judgement and the message as they are', () => {
  const report = read(reportJson(sampleRun(acceptedJudgement), sampleConnection, 'full'))
  expect(report).toMatchObject({ format: 'claimcheck-evidence', version: 1, variant: 'full', verdict: 'accepted' })
  expect(report.findings).toEqual(acceptedJudgement.findings)
  expect(report.identity).toEqual(acceptedJudgement.identity)
  expect(report.message?.xml).toContain('ada@customer.example')
})

test('of a draft it shows the side that the backend made', () => {
  const serviceProvider = { ...sampleConnection.serviceProvider!, entityId: 'urn:claimcheck:org:conn' }
  const publication = {
    backendUrl: 'http://127.0.0.1:4000',
    providerId: sampleConnection.id,
    serviceProvider,
    relyingParty: null,
    signInUrl: 'http://127.0.0.1:4000/sign-in',
    state: 'draft' as const,
    publishedAt: null,
    configurationSha256: 'c0'.repeat(32),
  }
  const run = sampleRun(acceptedJudgement, { target: 'draft' })
  const report = read(reportJson(run, { ...sampleConnection, publication }, 'full'))
  expect(report.serviceProvider?.entityId).toBe('urn:claimcheck:org:conn')
  expect(read(reportJson(run, sampleConnection, 'full')).serviceProvider).toBeNull()
})

describe('no secret is ever in it', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----'

  test.each(['full', 'redacted'] as const)('members nobody listed, and keys in the wrong field (%s)', (variant) => {
    const connection = structuredClone(sampleConnection)
    Object.assign(connection, { clientSecret: 'hush-1' })
    Object.assign(connection.identityProvider!, { clientSecret: 'hush-2' })
    Object.assign(connection.serviceProvider!.certificate, { privateKey: 'hush-3' })
    Object.assign(connection.policy, { apiKey: 'hush-4' })
    connection.intake.displayName = `Acme ${key}`
    connection.mapping.groups = [key.slice(0, -30)]
    const judgement = structuredClone(rejectedJudgement)
    Object.assign(judgement.findings[0]!, { cookie: 'hush-5' })
    judgement.findings.push(fault('saml.audience.missing', { actual: key }))
    const text = both(judgement, connection, variant)
    expect(text).not.toMatch(/hush|MIIEvQ|PRIVATE KEY-----/)
    expect(text).toContain('Acme [private key removed]')
  })

  test.each(['full', 'redacted'] as const)('values in addresses that passed (%s)', (variant) => {
    const text = both(acceptedJudgement, sampleConnection, variant)
    expect(text).not.toMatch(/fZJBb|secret-state|token=abc/)
    expect(text).toContain('https://idp.customer.example/sso?SAMLRequest=…&RelayState=…')
  })

  test('a certificate is described, never copied', () => {
    expect(both(acceptedJudgement, sampleConnection, 'full')).not.toContain('BEGIN CERTIFICATE')
  })
})

describe('the redacted report, which is the one made unless full is asked for', () => {
  const personal = [
    /\bada\b/i,
    /lovelace/i,
    /E-1815/,
    /Analytical/,
    /6f1d2f6e/,
    /Grace|Hopper/,
    /4711/,
    /192\.0\.2\.44/,
    /relay-state/,
  ]

  test('names nobody where the user was identified', () => {
    const text = both(acceptedJudgement)
    for (const value of personal) expect(text).not.toMatch(value)
    expect(read(reportJson(sampleRun(acceptedJudgement), sampleConnection)).variant).toBe('redacted')
  })

  test('names nobody where findings quote a message that was refused', () => {
    const location = { document: 'message', line: 1, column: 1 }
    const quoting = {
      ...rejectedJudgement,
      findings: [
        fault('saml.claim.email.foreign-domain', {
          rootCause: true,
          expected: 'customer.example',
          actual: 'ada@elsewhere.example',
          detail: 'Received ada@elsewhere.example for Ada Lovelace from 192.0.2.44.',
        }),
        fault('saml.attributes.padded', {
          actual: 'Bo ',
          location: { ...location, path: '/a:Assertion/a:AttributeStatement/a:Attribute[3]/a:AttributeValue' },
        }),
        fault('saml.claim.email.misnamed', {
          actual: 'employee',
          location: { ...location, path: '/a:Assertion/a:AttributeStatement/a:Attribute[4]' },
        }),
      ],
    }
    const text = both(quoting)
    for (const value of [...personal, /\bBo\b/]) expect(text).not.toMatch(value)
    const { findings } = read(reportJson(sampleRun(quoting), sampleConnection))
    expect(findings.map(({ actual }) => actual)).toEqual(['•••@elsewhere.example', '••• (3 characters)', 'employee'])
    expect(findings[0]).toMatchObject({
      expected: 'customer.example',
      detail: 'Received •••@elsewhere.example for ••• ••• from •••.',
    })
  })

  test('keeps what a diagnosis needs', () => {
    const report = read(reportJson(sampleRun(acceptedJudgement), sampleConnection))
    expect(report.identity).toMatchObject({
      nameId: '•••@customer.example',
      issuer: 'https://idp.customer.example/',
      attributes: { groups: ['••• (17 characters)', '••• (GUID)'], given_name: ['••• (3 characters)'] },
    })
    expect(report.identityProvider?.entityId).toBe('https://idp.customer.example/')
    expect(report.findings.map(({ code }) => code)).toEqual(acceptedJudgement.findings.map(({ code }) => code))
    expect(report.message).toMatchObject({ xml: null, relayState: null })
    expect(report.request?.xml).toBeNull()
  })
})
