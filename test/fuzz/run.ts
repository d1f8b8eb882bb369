import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Failure, fuzz } from './fuzz.ts'
import { privateKeySeeds } from './private-key-seeds.ts'
import { keyTarget } from './recogniser-targets.ts'
import { makeTargets } from './targets.ts'

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string' },
    target: { type: 'string' },
  },
})
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
const all = [...(await makeTargets()), keyTarget(await privateKeySeeds())]
const targets = all.filter(({ name }) => values.target === undefined || name.includes(values.target))

say(`seed ${seed}: ${targets.map(({ name }) => name).join(', ')}`)
const { inputs, failures } = await fuzz(targets, {
  inputs: Number(values.inputs),
  seconds: Number(values.seconds),
  seed,
  // Whoever watches for silence knows by this that nothing hangs, and where it did.
  onProgress: (target, index) => process.send?.({ target, index }),
})
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
say(`${inputs} inputs, ${failures.length} failures, at most ${memory} MB`)
for (const failure of failures) say(`${failure.target}: ${failure.why}\n  kept as ${keep(failure)}`)
process.exitCode = failures.length === 0 ? 0 : 1

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Copy it to `test/fuzz/seeds` with the correction. */
function keep({ target, input }: Failure): string {
  const folder = join('test-output', 'fuzz')
  mkdirSync(folder, { recursive: true })
  const file = join(
    folder,
    `${target.replace(' ', '-')}-${createHash('sha256').update(input).digest('hex').slice(0, 12)}`,
  )
  const isBytes = targets.some(({ name, takesBytes }) => name === target && takesBytes === true)
  writeFileSync(file, input, isBytes ? 'latin1' : 'utf8')
  return file
}
