import { visibleText } from '#shared/comparison/visible-text.ts'
import { ownerWords } from '#shared/findings/finding-words.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { ReportedFile } from '../reported-file.ts'

/**
 * JUnit XML as Jenkins and GitLab read it: a suite for each file, a test for its verdict and one for each finding. An error
 * fails; what could not be judged is skipped; a warning passes, with its words beside it.
 */
export function junitReport(files: readonly ReportedFile[], command: string): string {
  const suites = files.map((file) => suiteOf(file, command))
  const total = (count: (suite: Suite) => number) => suites.reduce((sum, suite) => sum + count(suite), 0)
  const counts = attributes({
    name: `claimcheck ${command}`,
    tests: total(({ tests }) => tests),
    failures: total(({ failures }) => failures),
    errors: 0,
  })
  const lines = suites.flatMap(({ xml }) => xml.map((line) => `  ${line}`))
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${counts}>`, ...lines, '</testsuites>', ''].join('\n')
}

interface Suite {
  readonly xml: readonly string[]
  readonly tests: number
  readonly failures: number
}

function suiteOf(file: ReportedFile, command: string): Suite {
  const { findings, isGood } = file
  const failures = findings.filter(({ severity }) => severity === 'error').length + (isGood ? 0 : 1)
  const skipped = findings.filter(({ severity }) => severity === 'not-verified').length
  const tests = findings.length + 1
  const name = file.file === '-' ? 'standard input' : file.file
  const start = `<testsuite${attributes({ name, tests, failures, errors: 0, skipped })}>`
  const classname = `claimcheck.${command}`
  const cases = [verdictCase(file, classname), ...findings.flatMap((finding) => findingCase(finding, classname))]
  return { xml: [start, ...cases.map((line) => `  ${line}`), '</testsuite>'], tests, failures }
}

function verdictCase({ words, verdict, isGood }: ReportedFile, classname: string): string {
  const start = `<testcase${attributes({ name: 'verdict', classname })}`
  if (isGood) return `${start}/>`
  const failure = `<failure${attributes({ type: verdict, message: `${words.word}. ${words.says}` })}/>`
  return `${start}>${failure}</testcase>`
}

function findingCase(finding: Finding, classname: string): string[] {
  const { code, severity, title } = finding
  const start = `<testcase${attributes({ name: `${code}: ${title}`, classname })}`
  const body = escaped(describe(finding))
  switch (severity) {
    case 'error':
      return [`${start}>`, `  <failure${attributes({ type: code, message: title })}>${body}</failure>`, '</testcase>']
    case 'not-verified':
      return [`${start}><skipped>${body}</skipped></testcase>`]
    case 'warning':
    case 'info':
      return [`${start}><system-out>${body}</system-out></testcase>`]
    case 'passed':
      return [`${start}/>`]
  }
}

function describe({ detail, expected, actual, location, fix, owner, causedBy, reference }: Finding): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Expected', expected],
    ['Received', actual],
    ['Where', location && `line ${location.line}, column ${location.column} of ${location.document}, ${location.path}`],
    ['Follows from', causedBy],
    ['To do', fix],
    ['Who', fix === undefined ? undefined : ownerWords[owner]],
    ['Clause', reference],
  ]
  const said = rows.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${visibleText(value)}`]))
  return [visibleText(detail), ...said].filter((line) => line !== '').join('\n')
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(visibleText(String(value)))}"`)
    .join('')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Controls that XML cannot hold (XML 1.0 §2.2) are drawn before they get here. */
const escaped = (text: string): string =>
  text.replace(/[&<>"\uFFFE\uFFFF]/g, (character) => entities[character] ?? '\uFFFD')
