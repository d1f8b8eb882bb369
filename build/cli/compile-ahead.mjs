import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('write-caches.mjs', import.meta.url))
const sample = (/** @type {string} */ name) => fileURLToPath(new URL(`sample/${name}`, import.meta.url))

/** Judges an accepted and a refused response, so that V8 compiles what judging takes; what it compiled is kept beside each file. */
const words = [
  ...['response', sample('accepted.xml'), sample('refused.xml'), '--idp-cert', sample('idp.pem')],
  ...['--sp-entity-id', 'https://app.customer.example/saml', '--acs-url', 'https://app.customer.example/saml/acs'],
  ...['--request-id', '_request1', '--at', '2026-06-01T12:00:00Z'],
]

/** @param {string} start the built command line */
export function compileAhead(start) {
  const { status, stderr } = spawnSync(process.execPath, [script, start, ...words], {
    env: {},
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 1) throw new Error(`compiling the command line ahead: exit code ${status}: ${stderr}`)
}
