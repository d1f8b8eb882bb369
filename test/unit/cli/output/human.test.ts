import { describe, expect, test } from 'vitest'
import { comparisonLines } from '#main/cli/output/human/comparison-lines.ts'
import { metadataText } from '#main/cli/output/human/metadata-text.ts'
import { createPaint, wantsColours } from '#main/cli/output/human/paint.ts'
import { responsesText } from '#main/cli/output/human/response-text.ts'
import { wrapPath, wrapText } from '#main/cli/output/human/wrap-text.ts'
import { mapStrings } from '#main/evidence/report/map-strings.ts'
import type { AggregateReport } from '#shared/model/aggregate.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { certificate } from '#test/support/evidence/sample-connection.ts'
import { aMetadataEntity } from '#test/support/model/a-metadata-entity.ts'

const plain = createPaint(false, 80)
const finding = (code: string, severity: Finding['severity'], more: Partial<Finding> = {}): Finding => ({
  code,
  severity,
  title: `The title of ${code}.`,
  detail: `What ${code} means, said in a sentence that is long enough to be wrapped at eighty columns.`,
  rootCause: false,
  owner: 'idp-admin',
  ...more,
})
const identity: ResponseJudgement['identity'] = {
  nameId: 'ada@example.com',
  nameIdFormat: null,
  issuer: 'https://idp.example.com/',
  sessionIndex: null,
  authnContext: null,
  attributes: { email: ['ada@example.com'], groups: ['engineering', 'pilots'] },
  profile: { email: 'ada@example.com', givenName: 'Ada', familyName: null, groups: ['engineering', 'pilots'] },
}
const signature = {
  covers: 'assertion',
  algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
}
const verified = { ...signature, certificateSha256: 'ab'.repeat(32), verified: true }
const passed = ['a', 'b', 'c'].map((code) => finding(`saml.${code}`, 'passed'))
const unsigned = ['d', 'e', 'f', 'g'].map((code) =>
  finding(`saml.${code}`, 'not-verified', { detail: 'No signature covers this.' }),
)

const accepted: ResponseJudgement = {
  verdict: 'accepted',
  identity,
  findings: [...passed, finding('saml.old', 'warning', { fix: 'Mend it.' }), finding('saml.note', 'info')],
  signatures: [verified],
  timing: {},
}
const rejected: ResponseJudgement = {
  verdict: 'rejected',
  identity: null,
  findings: [
    ...passed,
    ...unsigned,
    finding('saml.schema', 'not-verified'),
    finding('saml.audience.mismatch', 'error', {
      rootCause: true,
      expected: 'https://app.customer.example/saml/metadata',
      actual: 'https://app.customer.example/saml/MetaData/',
      fix: 'Set the audience of this application at the identity provider to the expected value, exactly.',
      reference: 'SAML Core §2.5.1.4',
      unverified: true,
      location: {
        document: 'message',
        path: '/samlp:Response/saml:Assertion/saml:Conditions/saml:AudienceRestriction/saml:Audience',
        line: 14,
        column: 9,
      },
    }),
    finding('saml.follows', 'error', { causedBy: 'saml.audience.mismatch' }),
    finding('saml.signature-value.wrong-key', 'error', { rootCause: true, owner: 'sp-admin', actual: '' }),
  ],
  signatures: [{ ...signature, verified: false }],
  timing: {},
}
const undecided = { ...rejected, verdict: 'undecided' as const, findings: unsigned }

describe('pictures', () => {
  const picture = (name: string) => `golden/${name}.txt`
  const one = (judgement: ResponseJudgement) => [{ file: 'message.xml', judgement }]

  test.each([
    ['accepted', accepted, plain, false],
    ['rejected', rejected, plain, false],
    ['rejected-verbose', rejected, plain, true],
    ['rejected-in-colour', rejected, createPaint(true, 100), false],
    ['undecided', undecided, plain, false],
  ])('%s', async (name, judgement, paint, verbose) => {
    await expect(responsesText(one(judgement), paint, verbose)).toMatchFileSnapshot(picture(name))
  })

  test('several files', async () => {
    const judged = [
      ...one(undecided),
      { file: '-', judgement: undecided },
      { file: 'a\u001b[2Jb', judgement: accepted },
    ]
    await expect(responsesText(judged, plain, false)).toMatchFileSnapshot(picture('several'))
  })

  test('metadata', async () => {
    const entity = aMetadataEntity({
      entityId: 'https://idp.example.com/',
      validUntil: '2026-07-01T00:00:00Z',
      singleSignOnServices: [
        { binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', location: 'https://idp.example.com/sso' },
        { binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', location: 'https://idp.example.com/post' },
      ],
      signingCertificates: [certificate('idp.example.com')],
    })
    const fault = finding('metadata.expired', 'error', { rootCause: true })
    const listed = (number: number): AggregateReport['entities'][number] => ({
      number,
      entityId: `https://${number}.example.com/`,
      displayName: null,
      roles: ['idp'],
      verdict: number === 40 ? 'invalid' : 'valid',
      errors: number === 40 ? [fault.code] : [],
      warnings: number < 12 ? ['metadata.old'] : [],
      offset: 9_000 * number,
      length: 9_000,
      line: number + 3,
      entity: null,
      findings: number === 40 ? [fault] : number < 12 ? [finding('metadata.old', 'warning')] : [],
    })
    const aggregate: AggregateReport = {
      name: 'urn:example:federation',
      validUntil: '2026-07-01T00:00:00Z',
      cacheDuration: 'PT6H',
      verdict: 'invalid',
      entities: Array.from({ length: 1_200 }, (_, number) => listed(number)),
      findings: [finding('metadata.signature.embedded', 'info')],
      counts: [
        { code: fault.code, severity: 'error', title: fault.title, entities: 1, first: 'https://40.example.com/' },
        { code: 'metadata.old', severity: 'warning', title: 'Old.', entities: 12, first: 'https://0.example.com/' },
      ],
    }
    const judged = [
      { file: 'idp.xml', judgement: { verdict: 'valid' as const, entities: [entity], findings: passed } },
      { file: 'aggregate.xml', judgement: aggregate },
    ]
    const now = new Date('2026-06-01T12:00:00Z')
    await expect(metadataText(judged, plain, false, now)).toMatchFileSnapshot(picture('metadata'))
  })
})

test('nothing from a message reaches the terminal as it is', () => {
  const hostile = 'a\u001b[2J\u009b31m\u202e\r\n\u0007b'
  const change = <Value>(value: Value) => mapStrings(value, () => hostile)
  const bad = finding('x', 'error', {
    ...change({ title: '', detail: '', expected: '', fix: '', reference: '' }),
    rootCause: true,
  })
  const judgement: ResponseJudgement = {
    verdict: 'accepted',
    identity: change(identity),
    findings: [
      { ...bad, location: { document: hostile, path: hostile, line: 1, column: 1 } },
      ...(['info', 'not-verified', 'passed', 'warning'] as const).map((severity) => ({
        ...bad,
        severity,
        rootCause: false,
      })),
    ],
    signatures: [change(signature), change(verified)].map((each) => ({ ...each, verified: true })),
    timing: {},
  }
  const text = responsesText([{ file: hostile, judgement }], plain, true)
  expect(text).toContain('a␛[2J‹U+009B›31m‹U+202E›␍↵␇b')
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
})

describe('a comparison', () => {
  test('wraps long values, and its marks with them', () => {
    const path = 'x'.repeat(70)
    expect(comparisonLines(`${path}a`, `${path}b`, plain)).toEqual([
      `Expected  ${'x'.repeat(64)}`,
      `          ${'x'.repeat(6)}a`,
      `          ${' '.repeat(6)}^`,
      `Received  ${'x'.repeat(64)}`,
      `          ${'x'.repeat(6)}b`,
      `          ${' '.repeat(6)}^`,
    ])
  })

  test('puts its marks below wide characters', () => {
    expect(comparisonLines('日本a', '日本b', plain)).toEqual([
      'Expected  日本a',
      '              ^',
      'Received  日本b',
      '              ^',
    ])
  })

  test('shows one side where there is one', () => {
    expect(comparisonLines(undefined, ' x', plain)).toEqual(['Received  ␣x'])
    expect(comparisonLines('', 'x', plain)).toEqual(['Expected  (empty)', 'Received  x', '          ^'])
  })
})

test('text breaks between words, long words anywhere, paths between steps', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrapText('a 123456789', 4)).toEqual(['a', '1234', '5678', '9'])
  expect(wrapPath('/aa/bb/cc', 6)).toEqual(['/aa/bb', '/cc'])
})

describe('colours', () => {
  test.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, true],
    [{}, false, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
  ])('%j on a terminal: %s', (environment, isTerminal, wanted) => {
    expect(wantsColours(environment, isTerminal)).toBe(wanted)
  })

  test('change nothing but colours', () => {
    const judged = [{ file: 'message.xml', judgement: rejected }]
    const coloured = responsesText(judged, createPaint(true, 80), true)
    const stripped = coloured.replace(/\u001b\[\d+m/g, '')
    expect(coloured).not.toBe(stripped)
    expect(stripped).toBe(responsesText(judged, plain, true))
  })
})
