import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { junitReport } from '#main/cli/output/junit/junit-report.ts'
import type { ReportedFile } from '#main/cli/output/reported-file.ts'
import { sarifLog } from '#main/cli/output/sarif/sarif-log.ts'
import type { Finding } from '#shared/model/finding.ts'
import { expectJunit } from '#test/support/reports/junit-schema.ts'
import { expectSarif } from '#test/support/reports/sarif-schema.ts'

const finding = (code: string, severity: Finding['severity'], more: Partial<Finding> = {}): Finding => ({
  code,
  severity,
  title: `Title of ${code}.`,
  detail: 'Detail.',
  rootCause: false,
  owner: 'idp-admin',
  ...more,
})
const location = { document: 'message', path: '/samlp:Response', line: 3, column: 7 }
const mismatch = finding('saml.audience.mismatch', 'error', {
  rootCause: true,
  expected: 'https://a.example/?a=1&b=2',
  actual: '<b>"\u0000\uFFFE\u001b[2J',
  fix: 'Mend it.',
  reference: 'SAML Core §2.5.1.4',
  location,
})
const findings = [
  mismatch,
  finding('saml.issue-instant.too-old', 'warning', { unverified: true }),
  finding('saml.note', 'info'),
  finding('saml.schema', 'not-verified', { location: { ...location, document: 'decrypted/1' } }),
  finding('saml.recipient', 'passed', { detail: '' }),
]
const file = (change: Partial<ReportedFile> = {}): ReportedFile => ({
  file: 'dir/a b.xml',
  verdict: 'rejected',
  words: { word: 'Rejected', says: 'It would be refused.' },
  isGood: false,
  findings,
  placesAreInFile: true,
  ...change,
})
const good = file({ file: '-', verdict: 'accepted', isGood: true, findings: findings.slice(1) })
const log = (files: readonly ReportedFile[], verbose = false) => {
  const made = JSON.parse(JSON.stringify(sarifLog(files, { version: '1.2.3', exitCode: 1, verbose })))
  expectSarif(made)
  return made.runs[0]
}

describe('SARIF', () => {
  test('names tool, files and findings, by a schema that objects to anything else', () => {
    const run = log([file(), good])
    expect(run.tool.driver).toMatchObject({ name: 'claimcheck', version: '1.2.3' })
    expect(run.artifacts.map((each: { location: { uri: string } }) => each.location.uri)).toEqual([
      'dir/a%20b.xml',
      'stdin',
    ])
    expect(run.results[0]).toMatchObject({
      ruleId: 'saml.audience.mismatch',
      kind: 'fail',
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { index: 0 }, region: { startLine: 3, startColumn: 7 } } }],
      properties: { rootCause: true, owner: 'idp-admin' },
    })
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  test('what could not be judged is open, and what passed is left out unless asked for', () => {
    const kinds = (verbose: boolean) => log([file()], verbose).results.map(({ kind }: { kind: string }) => kind)
    expect(kinds(false)).toEqual(['fail', 'fail', 'informational', 'open'])
    expect(kinds(true)).toEqual(['fail', 'fail', 'informational', 'open', 'pass'])
  })

  test('points into the file only where places count in it', () => {
    const regions = (change: Partial<ReportedFile>) =>
      log([file(change)]).results.filter(
        ({ locations: [place] }: { locations: { physicalLocation: object }[] }) =>
          place !== undefined && 'region' in place.physicalLocation,
      ).length
    expect(regions({})).toBe(1)
    expect(regions({ placesAreInFile: false })).toBe(0)
  })

  test.each([
    ['/tmp/ä.xml', 'file:///tmp/%C3%A4.xml'],
    ['https://idp.example/a b?x=1', 'https://idp.example/a%20b?x=1'],
    ['..\\a.xml', '../a.xml'],
  ])('%s is an address', (path, uri) => expect(log([file({ file: path })]).artifacts[0].location.uri).toBe(uri))
})

describe('JUnit', () => {
  const report = (files: readonly ReportedFile[]) => {
    const made = junitReport(files, 'response')
    expectJunit(made)
    return made
  }

  test('has a suite for each file, a test for its verdict and each finding', () => {
    const made = report([file(), good])
    expect(made).toContain('<testsuites name="claimcheck response" tests="11" failures="2" errors="0">')
    expect(made).toContain('<testsuite name="dir/a b.xml" tests="6" failures="2" errors="0" skipped="1">')
    expect(made).toContain('<failure type="rejected" message="Rejected. It would be refused."/>')
    expect(made).toContain('<testsuite name="standard input" tests="5" failures="0" errors="0" skipped="1">')
    expect(made.match(/<skipped>/g)).toHaveLength(2)
  })

  test('an undecided verdict without any error still fails', () => {
    const undecided = file({ verdict: 'undecided', findings: findings.slice(3) })
    expect(report([undecided])).toContain('failures="1"')
  })

  test('nothing of a message can end the report or hide in it', () => {
    const made = report([file()])
    expect(made).toContain('Received: &lt;b&gt;&quot;␀\uFFFD␛[2J')
  })
})

const nasty = [
  '\u0000',
  '\u001b',
  '\u0085',
  '\u202e',
  '\uFFFE',
  '\uFFFF',
  '\uD800',
  '😀',
  '<',
  '&',
  '"',
  ']]>',
  'a',
  ' ',
  '\n',
]

test('whatever messages hold, both stay within their schemas', () => {
  const text = fc.string({ unit: fc.constantFrom(...nasty), maxLength: 12 })
  const findings = fc
    .sample(fc.tuple(text, text, text), { seed: 20260601, numRuns: 300 })
    .map(([title, detail, actual]) => finding('x', 'error', { title, detail, actual }))
  const odd = file({ findings })
  expectJunit(junitReport([odd], 'response'))
  expect(log([odd]).results).toHaveLength(300)
})
