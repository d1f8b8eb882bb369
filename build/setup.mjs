/** `node build/setup.mjs [build|app|demo|test]`: makes a fresh clone ready for that, `app` unless named. */
import { setUp } from './setup/set-up.mjs'

const purposes = /** @type {const} */ (['build', 'app', 'demo', 'test'])
const named = process.argv[2] ?? 'app'
const purpose = purposes.find((known) => known === named)

if (!purpose) console.error(`Unknown purpose "${named}". Use one of: ${purposes.join(', ')}.`)
process.exitCode = purpose && (await setUp(purpose)) ? 0 : 1
