import { beforeAll, describe, expect, test } from 'vitest'
import { judgeToken } from '#main/checks/judge-token.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { SUBJECT } from '#test/support/oidc/token-message.ts'
import { catalogue } from './catalogue.ts'
import type { Delivery } from './delivery.ts'
import { makeWorld, type World } from './world.ts'

/** Of processor time: on a busy machine the clock on the wall says nothing. */
const MOST_MILLISECONDS = 1_000

let world: World
beforeAll(() => {
  world = makeWorld()
})

async function judge({ token, context }: Delivery, mode: JudgingMode) {
  const before = process.cpuUsage()
  const judgement = await judgeToken(token, { ...context, policy: { ...context.policy, mode } })
  const { user, system } = process.cpuUsage(before)
  return { judgement, milliseconds: (user + system) / 1_000 }
}

describe.each(catalogue.map((attack) => [attack.id, attack] as const))('%s', (_id, attack) => {
  test.each(attack.modes)(`${attack.name} (%s)`, async (mode) => {
    const { judgement, milliseconds } = await judge(await attack.build(world), mode)
    const rootCauses = judgement.findings.filter(({ rootCause }) => rootCause).map(({ code }) => code)
    expect({ verdict: judgement.verdict, rootCauses }).toEqual({ verdict: attack.verdict, rootCauses: attack.causes })
    expect(judgement.identity).toBeNull()
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS)
  })

  test.each(attack.modes)('but for that it is sound (%s)', async (mode) => {
    const { judgement } = await judge(await attack.control(world), mode)
    const errors = judgement.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    expect({ verdict: judgement.verdict, errors }).toEqual({ verdict: 'accepted', errors: [] })
    expect(judgement.identity?.subject).toBe(SUBJECT)
  })
})

test('every row of the table of threats that concerns a token has its cases', () => {
  // O9, O12 and O14 concern the way a token comes: they are attacked where there is a network.
  const rows = ['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8', 'O10', 'O11', 'O13', 'O15']
  expect([...new Set(catalogue.map(({ row }) => row))].sort()).toEqual(rows.sort())
})

test('every case has an id of its own', () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
})

test('a token of brackets without end is refused in no time', async () => {
  const deep = Buffer.from(`{"a":${'['.repeat(90_000)}`).toString('base64url')
  const { judgement, milliseconds } = await judge(
    { token: `e30.${deep}.`, context: (await catalogue[0]!.control(world)).context },
    'strict',
  )
  expect(judgement.verdict).toBe('rejected')
  expect(milliseconds).toBeLessThan(MOST_MILLISECONDS)
})
