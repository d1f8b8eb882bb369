import { projectRoot } from '../runtime/locate.mjs'
import { provideElectron } from './electron.mjs'
import { installPackages } from './packages.mjs'
import { describeSandbox } from './sandbox.mjs'
import { SetupFailed, step } from './step.mjs'
import { provideSystemLibraries, provideWitnesses } from './system.mjs'

/** @typedef {'build' | 'app' | 'demo' | 'test'} Purpose What the machine must be able to do afterwards. */

/**
 * Makes a fresh clone ready: packages, an Electron runtime, system libraries. Every step is skipped when already done.
 * @param {Purpose} purpose
 * @param {string} [root]
 * @returns {Promise<boolean>} false when something that the purpose needs is missing; the reason has been printed
 */
export async function setUp(purpose, root = projectRoot) {
  try {
    await step('packages', (say) => installPackages(root, say))
    if (purpose === 'build') return true
    await step('Electron', (say) => provideElectron(root, say))
    await step('system libraries', (say) => provideSystemLibraries(root, { needsScreen: purpose !== 'app' }, say))
    await step('sandbox', async () => describeSandbox(root))
    if (purpose === 'test') await step('witnesses', provideWitnesses)
    return true
  } catch (error) {
    console.error(error instanceof SetupFailed ? `${error.message}\n${error.remedy}` : error)
    return false
  }
}
