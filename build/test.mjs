/** `node build/test.mjs [tier…]`: sets everything up, then runs every tier, or those named. The last line is the count. */
import { setUp } from './setup/set-up.mjs'
import { oneFailed } from './tiers/count.mjs'
import { runTiers } from './tiers/run-tiers.mjs'
import { everything, proof } from './tiers/tiers.mjs'

const named = process.argv.slice(2)
const unknown = named.filter((name) => ![...everything, proof].some((tier) => tier.name === name))

if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Tiers: ${[...everything, proof].map(({ name }) => name).join(', ')}.`)
  process.exitCode = 2
} else {
  const started = performance.now()
  const ready = await setUp('test')
  const before = ready ? [] : [{ name: 'set-up', count: oneFailed, seconds: (performance.now() - started) / 1000 }]
  await runTiers(
    named.length > 0 ? [...everything, proof].filter(({ name }) => named.includes(name)) : everything,
    before,
  )
}
