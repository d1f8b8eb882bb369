import { mutate } from './mutate.ts'
import { Random } from './random.ts'

export interface Target {
  readonly name: string
  readonly seeds: readonly string[]
  /** Inputs are bytes, written as Latin-1; otherwise they are text. */
  readonly takesBytes?: true
  /** Throws where something happened that must not, whatever the input. */
  readonly run: (input: string) => void | Promise<void>
}

export interface Bounds {
  /** Inputs for each target. */
  readonly inputs: number
  /** Seconds for all targets together. */
  readonly seconds: number
  /** The same seed makes the same inputs. */
  readonly seed: number
  readonly onProgress?: (target: string, inputs: number) => void
}

export interface Failure {
  readonly target: string
  readonly input: string
  readonly why: string
}

export interface Fuzzed {
  readonly inputs: number
  readonly failures: readonly Failure[]
}

/** Processor time for one input: no message of this size needs a tenth of it. */
const SLOWEST_MS = 2_000
const MOST_FAILURES = 5

/** Every seed as it is, then changed ones, the targets in turn. */
export async function fuzz(targets: readonly Target[], { inputs, seconds, seed, onProgress }: Bounds): Promise<Fuzzed> {
  const failures: Failure[] = []
  const until = process.hrtime.bigint() + BigInt(Math.round(seconds * 1e9))
  let done = 0
  for (const target of targets) {
    for (const input of target.seeds) failures.push(...(await attempt(target, input)))
    done += target.seeds.length
  }
  for (let index = 0; index < inputs; index += 1) {
    for (const [place, target] of targets.entries()) {
      if (process.hrtime.bigint() > until || failures.length >= MOST_FAILURES) return { inputs: done, failures }
      const random = new Random(seed + index * 1_000 + place)
      failures.push(...(await attempt(target, mutate(random.of(target.seeds), random, target.seeds))))
      done += 1
      if (index % 100 === 0) onProgress?.(target.name, index)
    }
  }
  return { inputs: done, failures }
}

/** One input, looked at by itself: whatever it costs is its own. */
export async function attempt({ name, run }: Target, input: string): Promise<Failure[]> {
  const before = process.cpuUsage()
  try {
    await run(input)
  } catch (error) {
    return [{ target: name, input, why: error instanceof Error ? (error.stack ?? error.message) : String(error) }]
  }
  const { user, system } = process.cpuUsage(before)
  const milliseconds = (user + system) / 1_000
  return milliseconds > SLOWEST_MS ? [{ target: name, input, why: `took ${Math.round(milliseconds)} ms` }] : []
}
