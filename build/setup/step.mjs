import { performance } from 'node:perf_hooks'

/**
 * A step of the set-up that cannot be done here.
 * `message` says what happened, `remedy` what to do about it.
 */
export class SetupFailed extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   */
  constructor(message, remedy) {
    super(message)
    this.name = 'SetupFailed'
    this.remedy = remedy
  }
}

/** @typedef {(text: string) => void} Say Tells, on the step's own line, what is being done. */

/**
 * Runs one step and prints one line: its name, what it did and how long that took.
 * @param {string} name
 * @param {(say: Say) => Promise<string>} work resolves to the outcome in a few words
 * @returns {Promise<void>}
 */
export async function step(name, work) {
  const started = performance.now()
  const seconds = () => `(${((performance.now() - started) / 1000).toFixed(1)} s)`
  const print = (/** @type {string} */ text) => process.stdout.write(text)
  print(`Set-up, ${name}: `)
  try {
    const outcome = await work((text) => print(`${text} … `))
    print(`${outcome} ${seconds()}\n`)
  } catch (error) {
    print(`failed ${seconds()}\n`)
    throw error
  }
}
