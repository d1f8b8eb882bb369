import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OpenidFaultId } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import type { CureStep } from '#shared/practice-faults/fault-text.ts'
import { adviceOf, curesFor } from '#test/support/practice-idp/follow-advice.ts'
import { PracticeOpenidLogin } from '#test/support/practice-idp/practice-openid-login.ts'
import { told } from '#test/support/practice-idp/told.ts'

let login: PracticeOpenidLogin
let sound: PracticeOpenidLogin['loaded']
beforeAll(async () => {
  login = await PracticeOpenidLogin.open()
  sound = login.loaded
})
afterAll(() => login.idp.stop())

test('nothing is wrong while nothing is switched on', async () => {
  login.switchOn()
  const { verdict, findings } = await login.run()
  expect({ verdict, ...told(findings) }).toEqual({ verdict: 'accepted', first: [], unexplained: [] })
})

describe.each(OpenidFaultId.options)('%s', (fault) => {
  test('is the one cause of what a whole login is refused for', async () => {
    login.restore(sound)
    login.switchOn(fault)
    expect(told((await login.run()).findings)).toEqual({ first: [faultCatalogue[fault].finding], unexplained: [] })
  })

  test('is mended by whoever does what the first line says', async () => {
    login.restore(sound)
    login.switchOn(fault)
    const advice = adviceOf((await login.run()).findings)
    if (advice === undefined) throw new Error('nothing was wrong')
    const { steps, switches } = curesFor(advice)
    expect(switches).toContain(fault)
    const actions: Partial<Record<CureStep, () => unknown>> = {
      'set-right': () => switches.forEach((each) => void login.switchOff(each)),
      'load-discovery': () => login.loadDiscovery(),
      'load-keys': () => login.loadKeys(),
      'enter-secret': () => login.enterSecret(),
      'begin-again': () => undefined,
    }
    let left = ['']
    for (const step of steps) {
      await actions[step]?.()
      left = told((await login.run()).findings).first
      if (left.length === 0) return
    }
    expect(left).toEqual([])
  })
})
