import { expect, test } from 'vitest'
import { attempt } from '#test/fuzz/fuzz.ts'
import { recogniserTargets } from '#test/fuzz/recogniser-targets.ts'

test.each(recogniserTargets().map((target) => [target.name, target] as const))(
  'what once broke a recogniser breaks none: %s',
  async (_name, target) => {
    expect(target.seeds.length).toBeGreaterThan(1)
    for (const seed of target.seeds) expect(await attempt(target, seed)).toEqual([])
  },
)
