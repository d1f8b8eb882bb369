import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { projectRoot } from '#build/runtime/locate.mjs'
import { countVitest } from '#build/tiers/count.mjs'
import { runTier } from '#build/tiers/run-tier.mjs'

let folder: string
let report: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier-'))
  report = join(folder, 'report.json')
  vi.spyOn(console, 'log').mockReturnValue()
})

afterEach(() => rmSync(folder, { recursive: true }))

/** A runner that is a few lines of script; `report` is its report's path. */
const tierOf = (script: string) => ({
  name: 'fake',
  exists: true,
  report: relative(projectRoot, report),
  count: countVitest,
  command: () => ({ program: process.execPath, args: ['-e', `const report = ${JSON.stringify(report)};${script}`] }),
})

const good = JSON.stringify({ testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }] })
const count = async (script: string) => (await runTier(tierOf(script), { together: true })).count

test('counts what the report says', async () => {
  expect(await count(`fs.writeFileSync(report, ${JSON.stringify(good)})`)).toMatchObject({ passed: 1, failed: 0 })
})

test('does not take the report of an earlier run for its own', async () => {
  writeFileSync(report, good)
  expect(await count('process.exit(0)')).toMatchObject({ passed: 0, failed: 1 })
})

test('counts a runner killed by a signal as failed', async () => {
  expect(await count('process.kill(process.pid, "SIGKILL")')).toMatchObject({ passed: 0, failed: 1 })
})

test('ends a runner that hangs and counts it as failed', async () => {
  const hanging = { ...tierOf('setInterval(() => {}, 1000)'), minutes: 0.3 / 60 }
  expect((await runTier(hanging, { together: true })).count).toMatchObject({ passed: 0, failed: 1 })
})

test('counts a tier whose program is missing, or cannot be told, as failed', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const missing = { ...tierOf(''), command: () => ({ program: join(folder, 'nowhere'), args: [] }) }
  const unknown = {
    ...tierOf(''),
    command: () => {
      throw new Error('There is no Electron')
    },
  }
  expect((await runTier(missing, { together: true })).count).toMatchObject({ passed: 0, failed: 1 })
  expect((await runTier(unknown, { together: true })).count).toMatchObject({ passed: 0, failed: 1 })
})
