/**
 * What the runners' own reports say, in numbers. A run that left no report, or ended badly although its report
 * shows no failure, counts as one failure: never as nothing.
 */

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped names of what was not run
 */

/**
 * @typedef {object} Ending How a runner ended.
 * @property {number} exitCode
 * @property {string | null} report the text of its report, null when it wrote none
 */

/** @type {Count} */
export const onePassed = { passed: 1, failed: 0, skipped: [] }
/** @type {Count} */
export const oneFailed = { passed: 0, failed: 1, skipped: [] }

/** A check that is one thing: it holds or it does not. @param {Ending} ending @returns {Count} */
export const countCheck = ({ exitCode }) => (exitCode === 0 ? onePassed : oneFailed)

/** @param {Ending} ending @returns {Count} */
export function countVitest(ending) {
  return countReport(ending, (/** @type {VitestReport} */ { testResults }) => {
    const tests = testResults.flatMap((file) => file.assertionResults)
    const number = (/** @type {string} */ status) => tests.filter((test) => test.status === status).length
    // A file that could not be loaded, or whose hook failed, has failed although none of its tests has.
    const broken = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    )
    const notRun = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
    return {
      passed: number('passed'),
      failed: number('failed') + broken.length,
      skipped: notRun.map((test) => test.fullName),
    }
  })
}

/** @param {Ending} ending @returns {Count} */
export function countPlaywright(ending) {
  return countReport(ending, (/** @type {PlaywrightReport} */ { suites, errors }) => {
    const tests = suites.flatMap(testsOf)
    const number = (/** @type {string} */ status) => tests.filter((test) => test.status === status).length
    return {
      passed: number('expected'),
      // Nothing is tried twice here: a test that needed a second try has failed.
      failed: number('unexpected') + number('flaky') + errors.length,
      skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.name),
    }
  })
}

/** @param {readonly Count[]} counts @returns {Count} */
export function addUp(counts) {
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
    skipped: counts.flatMap((count) => count.skipped),
  }
}

/** The line that a run ends with. @param {Count} count */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
}

/**
 * @template Report
 * @param {Ending} ending
 * @param {(report: Report) => Count} read
 * @returns {Count}
 */
function countReport({ exitCode, report }, read) {
  const count = report === null ? null : readOrNull(report, read)
  if (count === null) return oneFailed
  const ranNothing = count.passed + count.failed + count.skipped.length === 0
  return count.failed === 0 && (exitCode !== 0 || ranNothing) ? { ...count, failed: 1 } : count
}

/**
 * @template Report
 * @param {string} report
 * @param {(report: Report) => Count} read
 */
function readOrNull(report, read) {
  try {
    return read(JSON.parse(report))
  } catch {
    return null
  }
}

/** @typedef {{ testResults: { status: string, assertionResults: { status: string, fullName: string }[] }[] }} VitestReport */
/** @typedef {{ title: string, specs?: { title: string, tests: { status: string }[] }[], suites?: Suite[] }} Suite */
/** @typedef {{ suites: Suite[], errors: unknown[] }} PlaywrightReport */

/**
 * @param {Suite} suite
 * @returns {{ name: string, status: string }[]}
 */
function testsOf({ title, specs = [], suites = [] }) {
  const own = specs.flatMap((spec) => spec.tests.map(({ status }) => ({ name: spec.title, status })))
  return [...own, ...suites.flatMap(testsOf)].map(({ name, status }) => ({ name: `${title} › ${name}`, status }))
}
