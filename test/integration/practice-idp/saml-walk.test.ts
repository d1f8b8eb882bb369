import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FaultId, SamlFaultId } from '#shared/model/practice-idp.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import { PracticeLogin } from '#test/support/practice-idp/practice-login.ts'
import { told } from '#test/support/practice-idp/told.ts'

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

function toldBy(result: TestRun | Problem): ReturnType<typeof told> {
  if (!('judgement' in result)) return { first: [result.code], unexplained: [] }
  if (result.judgement === null) return { first: [result.problem?.code ?? result.state], unexplained: [] }
  return told(result.judgement.findings)
}

test('nothing is wrong while nothing is switched on', async () => {
  login.switchOn()
  login.restore(sound)
  const { judgement } = await login.run()
  expect(judgement?.verdict).toBe('accepted')
  expect(told(judgement?.findings ?? [])).toEqual({ first: [], unexplained: [] })
})

describe('a whole test login names the one cause of', () => {
  test.each(SamlFaultId.options)('%s', async (fault) => {
    expect(toldBy(await loginWith(fault))).toEqual({ first: [faultCatalogue[fault].finding], unexplained: [] })
  })
})
