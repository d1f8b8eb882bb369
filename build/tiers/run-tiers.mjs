import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../runtime/locate.mjs'
import { openScreen } from '../runtime/screen.mjs'
import { addUp, countLine } from './count.mjs'
import { runTier } from './run-tier.mjs'
import { staticChecks } from './tiers.mjs'

/** @typedef {import('./run-tier.mjs').Outcome} Outcome */
/** @typedef {import('./tiers.mjs').Tier} Tier */

/**
 * Runs every tier, also after one has failed. The count is the last line printed.
 * @param {readonly Tier[]} tiers
 * @param {readonly Outcome[]} [before] what is to be counted already
 * @returns {Promise<void>} sets the process's exit code
 */
export async function runTiers(tiers, before = []) {
  mkdirSync(join(projectRoot, 'test-output', 'reports'), { recursive: true })
  const present = tiers.filter((tier) => tier.exists)
  const quick = present.filter((tier) => staticChecks.includes(tier))
  const outcomes = [...before, ...(await Promise.all(quick.map((tier) => runTier(tier, { together: true }))))]
  for (const tier of present.filter((other) => !quick.includes(other))) outcomes.push(await runInPlace(tier))
  summarise(
    outcomes,
    tiers.filter((tier) => !tier.exists),
  )
}

/**
 * @param {Tier} tier
 * @returns {Promise<Outcome>}
 */
async function runInPlace(tier) {
  if (!tier.needsScreen) return runTier(tier)
  const screen = await openScreen().catch((error) => {
    console.error(`There is no screen and no virtual one: ${error.message}`)
    return { env: {}, close: async () => {} }
  })
  try {
    return await runTier(tier, { env: screen.env })
  } finally {
    await screen.close()
  }
}

/**
 * @param {readonly Outcome[]} outcomes
 * @param {readonly Tier[]} absent
 */
function summarise(outcomes, absent) {
  const total = addUp(outcomes.map(({ count }) => count))
  console.log('\n── summary')
  for (const { name, count, seconds } of outcomes) {
    console.log(`${name.padEnd(15)} ${countLine(count).padEnd(36)} ${seconds.toFixed(1)} s`)
  }
  for (const { name } of absent) console.log(`${name.padEnd(15)} nothing to check yet`)
  for (const name of total.skipped) console.log(`skipped: ${name}`)
  process.exitCode = total.failed === 0 ? 0 : 1
  console.log(countLine(total))
}
