import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '#shared/model/finding.ts'
import { type FaultId, SamlFaultId } from '#shared/model/practice-idp.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import { PracticeLogin } from '#test/support/practice-idp/practice-login.ts'

let login: PracticeLogin
let sound: PracticeLogin['connection']
beforeAll(async () => {
  login = await PracticeLogin.open()
  sound = login.connection
})
afterAll(() => login.stop())

/** With the fault switched on when it shows: a whole test login, over HTTP. */
async function loginWith(fault: FaultId): Promise<TestRun | Problem> {
  login.restore(sound)
  login.switchOn(fault)
  return faultCatalogue[fault].shows === 'setup' ? login.setUpAndRun() : login.run()
}

/** What stands in the first line, and whatever that does not explain. */
function told(result: TestRun | Problem): { first: string[]; unexplained: string[] } {
  if (!('judgement' in result)) return { first: [result.code], unexplained: [] }
  if (result.judgement === null) return { first: [result.problem?.code ?? result.state], unexplained: [] }
  const { findings } = result.judgement
  const causes = findings.filter(({ rootCause }) => rootCause)
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const first = (causes.length > 0 ? causes : warnings).map(codeOf)
  const errors = findings.filter(({ severity, rootCause }) => severity === 'error' && !rootCause)
  const unexplained = errors.filter(({ causedBy }) => causedBy !== first[0]).map(codeOf)
  return { first, unexplained: [...unexplained, ...(causes.length > 0 ? warnings.map(codeOf) : [])] }
}
const codeOf = ({ code }: Finding) => code

test('nothing is wrong while nothing is switched on', async () => {
  login.switchOn()
  login.restore(sound)
  const { judgement } = await login.run()
  expect(judgement?.verdict).toBe('accepted')
  expect(judgement?.findings.filter(({ severity }) => ['error', 'warning'].includes(severity))).toEqual([])
})

describe('a whole test login names the one cause of', () => {
  test.each(SamlFaultId.options)('%s', async (fault) => {
    expect(told(await loginWith(fault))).toEqual({ first: [faultCatalogue[fault].finding], unexplained: [] })
  })
})
