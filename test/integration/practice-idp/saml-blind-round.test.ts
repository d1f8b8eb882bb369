import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FaultId, SamlFaultId } from '#shared/model/practice-idp.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import type { CureStep } from '#shared/practice-faults/fault-text.ts'
import { type Advice, adviceIn, curesFor } from '#test/support/practice-idp/follow-advice.ts'
import { PracticeLogin } from '#test/support/practice-idp/practice-login.ts'

let login: PracticeLogin
let sound: PracticeLogin['connection']
beforeAll(async () => {
  login = await PracticeLogin.open()
  sound = login.connection
})
afterAll(() => login.stop())

/** What a step is, done to the letter. @param again how the login that failed was begun */
async function carryOut(
  step: CureStep,
  advice: Advice,
  switches: readonly FaultId[],
  again: () => Promise<unknown>,
): Promise<unknown> {
  switch (step) {
    case 'set-right':
      for (const fault of switches) login.switchOff(fault)
      return undefined
    case 'load-metadata':
      return login.loadMetadata()
    case 'load-file':
      return login.loadMetadata(`${login.idp.url}/metadata.xml`)
    case 'load-certificate':
      return login.loadCertificate()
    case 'map-attribute':
      return login.mapEmail(advice.received ?? '')
    case 'begin-again':
      return again()
    default:
      throw new Error(`nobody knows how to ${step}`)
  }
}

describe('who does what the first line says gets in, knowing nothing of', () => {
  test.each(SamlFaultId.options)('%s', async (fault) => {
    login.restore(sound)
    login.switchOn(fault)
    const atSetup = faultCatalogue[fault].shows === 'setup'
    const begin = (): Promise<TestRun | Problem> => (atSetup ? login.setUpAndRun() : login.run())
    const advice = adviceIn(await begin())
    if (advice === undefined) throw new Error('nothing was wrong')
    const { steps, switches } = curesFor(advice)
    expect(switches).toContain(fault)
    let left: Advice | undefined = advice
    for (const step of steps) {
      await carryOut(step, advice, switches, begin)
      left = adviceIn(await login.run())
      if (left === undefined) return
    }
    expect(left).toBeUndefined()
  })
})
