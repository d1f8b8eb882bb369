import { beforeAll, describe, expect, test } from 'vitest'
import { judgeLogin } from '#main/checks/judge-response.ts'
import { ResponseJudgement } from '#shared/model/judgement.ts'
import { makeWorld, type World } from '../saml/world.ts'
import { encryption } from './encryption.ts'
import { providers } from './providers.ts'
import { signatures } from './signatures.ts'
import { names, rules } from './values.ts'
import { writing } from './writing.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const all = [writing, signatures, rules, names, encryption, providers].flat()

describe.each(all.map((oddity) => [oddity.id, oddity] as const))('%s', (_id, oddity) => {
  test.each(oddity.modes)('is accepted (%s)', (mode) => {
    const { message, context } = oddity.build(world)
    const { judgement, accepted } = judgeLogin(message, { ...context, policy: { ...context.policy, mode } })
    const errors = judgement.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, actual }) => [code, actual])
    expect({ verdict: judgement.verdict, errors }).toEqual({ verdict: 'accepted', errors: [] })
    expect(judgement.identity).toMatchObject(oddity.identity)
    expect(accepted?.identity).toBe(judgement.identity)
    expect(() => ResponseJudgement.parse(judgement)).not.toThrow()
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

test('every case has a name of its own', () => expect(new Set(all.map(({ id }) => id)).size).toBe(all.length))
