import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { projectRoot } from '../runtime/locate.mjs'

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {import('./count.mjs').Count} count
 * @property {number} seconds
 */

/**
 * Runs one tier and counts what its runner reports.
 * @param {import('./tiers.mjs').Tier} tier
 * @param {{ env?: NodeJS.ProcessEnv, together?: boolean }} [options] `together`: beside others, so show the output in one piece at its end
 * @returns {Promise<Outcome>}
 */
export async function runTier(tier, { env = {}, together = false } = {}) {
  const started = performance.now()
  const report = tier.report && join(projectRoot, tier.report)
  if (report) rmSync(report, { force: true })
  if (!together) console.log(`\n── ${tier.name}`)
  const exitCode = await execute(tier, env, together)
  const count = tier.count({ exitCode, report: report && existsSync(report) ? readFileSync(report, 'utf8') : null })
  return { name: tier.name, count, seconds: (performance.now() - started) / 1000 }
}

/**
 * @param {import('./tiers.mjs').Tier} tier
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} together
 * @returns {Promise<number>} exit code; 1 when the program cannot be started or a signal ended it
 */
function execute(tier, env, together) {
  return new Promise((resolve) => {
    const { program, args, env: own } = commandOf(tier)
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env, ...own },
      // A runner that hangs must not take the count with it.
      timeout: (tier.minutes ?? 30) * 60_000,
      killSignal: 'SIGKILL',
      stdio: ['ignore', together ? 'pipe' : 'inherit', together ? 'pipe' : 'inherit'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => {
      if (together) console.log(`\n── ${tier.name}\n${output.trimEnd()}`)
      resolve(code ?? 1)
    })
  })
}

/**
 * A tier that cannot even say what to run (no Electron, say) fails with the reason on the screen.
 * @param {import('./tiers.mjs').Tier} tier
 * @returns {import('./tiers.mjs').Command}
 */
function commandOf(tier) {
  try {
    return tier.command()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { program: process.execPath, args: ['-e', `console.error(${JSON.stringify(reason)}); process.exitCode = 1`] }
  }
}
