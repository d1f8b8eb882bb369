/** What to run before every commit: types, lint, import rules and unit tests. Needs the packages, no Electron. */
import { setUp } from './setup/set-up.mjs'
import { oneFailed } from './tiers/count.mjs'
import { runTiers } from './tiers/run-tiers.mjs'
import { staticChecks, unit } from './tiers/tiers.mjs'

const ready = await setUp('build')
await runTiers([...staticChecks, unit], ready ? [] : [{ name: 'set-up', count: oneFailed, seconds: 0 }])
