import { beforeAll, describe, expect, test, vi } from 'vitest'
import { judgeResponse } from '#main/checks/judge-response.ts'
import { loadSecondWitness } from '#main/xml/witness/load-second-witness.ts'
import type { SecondWitness } from '#main/xml/witness/second-witness.ts'
import { encryption } from '#test/attacks/accepted/encryption.ts'
import { providers } from '#test/attacks/accepted/providers.ts'
import { signatures } from '#test/attacks/accepted/signatures.ts'
import { names, rules } from '#test/attacks/accepted/values.ts'
import { writing } from '#test/attacks/accepted/writing.ts'
import { catalogue } from '#test/attacks/saml/catalogue.ts'
import { makeWorld, type World } from '#test/attacks/saml/world.ts'

let world: World
let secondWitness: SecondWitness
beforeAll(async () => {
  world = await makeWorld()
  secondWitness = await loadSecondWitness()
})

const oddities = [writing, signatures, rules, names, encryption, providers].flat()

describe('witness xml-crypto, over everything that is accepted', () => {
  test.each(oddities.map((oddity) => [oddity.id, oddity] as const))('%s', (_id, oddity) => {
    const { message, context } = oddity.build(world)
    const { verdict, findings } = judgeResponse(message, { ...context, secondWitness })
    expect(verdict).toBe('accepted')
    expect(findings.map(({ code }) => code)).not.toContain('saml.second-witness.disagrees')
  })

  test('and it has a word on most of it', () => {
    const words = oddities.flatMap((oddity) => {
      const { message, context } = oddity.build(world)
      const { findings } = judgeResponse(message, { ...context, secondWitness })
      return findings.filter(({ code }) => code === 'saml.second-witness').map(({ severity }) => severity)
    })
    expect(words.filter((severity) => severity === 'passed').length).toBeGreaterThan(words.length * 0.8)
  })
})

describe('witness xml-crypto, over everything that is refused', () => {
  const ours = catalogue.filter(({ row }) => row !== 'G1' && row !== 'G3')

  test.each(ours.map((attack) => [attack.id, attack] as const))('%s', (_id, attack) => {
    const spies = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
    const { message, context } = attack.build(world)
    const policy = { ...context.policy, mode: attack.modes[0]! }
    const { verdict, findings } = judgeResponse(message, { ...context, policy, secondWitness })
    expect(verdict).not.toBe('accepted')
    expect(findings.map(({ code }) => code)).not.toContain('saml.second-witness.disagrees')
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  })
})
