/** Commander starts programs for subcommands that are files, of which there are none: Node's module for it takes 2 ms to load. */
const eager = "const childProcess = require('node:child_process');"
const lazy = "const childProcess = { get spawn() { return require('node:child_process').spawn; } };"

/** @type {import('vite').Plugin} */
export const lazyChildProcess = {
  name: 'lazy-child-process',
  transform(code, id) {
    if (!id.endsWith('/commander/lib/command.js')) return null
    if (!code.includes(eager)) throw new Error('commander loads node:child_process in another way now')
    return { code: code.replace(eager, lazy), map: null }
  },
}
