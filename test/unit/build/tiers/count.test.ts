import { describe, expect, test } from 'vitest'
import { addUp, countCheck, countLine, countPlaywright, countVitest } from '#build/tiers/count.mjs'

const vitestReport = (...files: { status: string; tests: string[] }[]) =>
  JSON.stringify({
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((result, index) => ({ status: result, fullName: `test ${index}` })),
    })),
  })

const playwrightReport = (statuses: string[], errors: unknown[] = []) =>
  JSON.stringify({
    suites: [{ title: 'file', suites: [{ title: 'group', specs: [spec('inner', statuses)] }], specs: [] }],
    errors,
  })

const spec = (title: string, statuses: string[]) => ({ title, tests: statuses.map((status) => ({ status })) })

describe('vitest', () => {
  test('counts tests by how they ended and names those not run', () => {
    const report = vitestReport({ status: 'failed', tests: ['passed', 'passed', 'failed', 'skipped', 'todo'] })
    expect(countVitest({ exitCode: 1, report })).toEqual({ passed: 2, failed: 1, skipped: ['test 3', 'test 4'] })
  })

  test('counts a file that could not be loaded as one failure', () => {
    const report = vitestReport({ status: 'passed', tests: ['passed'] }, { status: 'failed', tests: [] })
    expect(countVitest({ exitCode: 1, report })).toEqual({ passed: 1, failed: 1, skipped: [] })
  })

  test('counts a file whose hook failed after its tests passed', () => {
    const report = vitestReport({ status: 'failed', tests: ['passed'] })
    expect(countVitest({ exitCode: 1, report })).toEqual({ passed: 1, failed: 1, skipped: [] })
  })
})

describe('Playwright', () => {
  test('counts nested tests and names the skipped ones by their whole path', () => {
    const report = playwrightReport(['expected', 'unexpected', 'skipped'])
    expect(countPlaywright({ exitCode: 1, report })).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['file › group › inner'],
    })
  })

  test('counts a test that passed only at the second try as failed', () => {
    expect(countPlaywright({ exitCode: 0, report: playwrightReport(['flaky']) }).failed).toBe(1)
  })

  test('counts errors outside of tests', () => {
    expect(countPlaywright({ exitCode: 1, report: playwrightReport([], [{ message: 'syntax' }]) }).failed).toBe(1)
  })
})

describe.each([
  ['vitest', countVitest, vitestReport({ status: 'passed', tests: ['passed'] }), vitestReport()],
  ['Playwright', countPlaywright, playwrightReport(['expected']), playwrightReport([])],
])('a %s run that is not what it seems', (_runner, count, goodReport, emptyReport) => {
  test.each([
    ['left no report', { exitCode: 0, report: null }],
    ['crashed and left no report', { exitCode: 139, report: null }],
    ['left half a report', { exitCode: 1, report: goodReport.slice(0, -5) }],
    ['left something else', { exitCode: 0, report: '{"hello":1}' }],
    ['ran no test', { exitCode: 0, report: emptyReport }],
  ])('counts as a failure: it %s', (_case, ending) => {
    expect(count(ending)).toEqual({ passed: 0, failed: 1, skipped: [] })
  })

  test('counts as a failure although every test passed: it ended with an error', () => {
    expect(count({ exitCode: 1, report: goodReport })).toEqual({ passed: 1, failed: 1, skipped: [] })
    expect(count({ exitCode: 0, report: goodReport })).toEqual({ passed: 1, failed: 0, skipped: [] })
  })
})

test('a check is one thing', () => {
  expect(countCheck({ exitCode: 0, report: null })).toEqual({ passed: 1, failed: 0, skipped: [] })
  expect(countCheck({ exitCode: 2, report: null })).toEqual({ passed: 0, failed: 1, skipped: [] })
})

test('the last line names skipped tests only when there are some', () => {
  const none = addUp([])
  const some = addUp([
    { passed: 3, failed: 0, skipped: ['a'] },
    { passed: 4, failed: 1, skipped: ['b'] },
  ])
  expect(countLine(none)).toBe('0 passed, 0 failed')
  expect(countLine(some)).toBe('7 passed, 1 failed, 2 skipped')
})
