#!/usr/bin/env node
import { readFileSync, statSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

/**
 * Starts the built command line. Its files are CommonJS, and beside each stands what V8 made of it when the product was built
 * (`.cache`), so that a short command need not compile them again. V8 itself refuses a cache of another version, or made with
 * other flags: then the file is compiled, which takes longer and changes nothing else.
 */

/** The scripts that were loaded, by file: from them the build makes the caches. */
export const compiled = new Map<string, Script>()

const require = createRequire(import.meta.filename)

function load(file: string): unknown {
  const known = require.cache[file]
  if (known !== undefined) return known.exports
  const script = scriptOf(file)
  if (script === undefined) return require(file)
  const module = new Module(file)
  module.filename = file
  // Where Node's own loaders look for it, too.
  require.cache[file] = module
  compiled.set(file, script)
  const folder = dirname(file)
  const requireFrom = (id: string) => (id.startsWith('.') ? load(join(folder, id)) : require(id))
  script.runInThisContext().call(module.exports, module.exports, requireFrom, module, file, folder)
  module.loaded = true
  return module.exports
}

/** Undefined where there is no cache, or the file was changed since: V8 compares no more than lengths. */
function scriptOf(file: string): Script | undefined {
  try {
    const cache = `${file}.cache`
    if (statSync(cache).mtimeMs < statSync(file).mtimeMs) return undefined
    const cachedData = readFileSync(cache)
    return new Script(Module.wrap(readFileSync(file, 'latin1')), { filename: file, cachedData })
  } catch {
    return undefined
  }
}

load(join(import.meta.dirname, 'main.cjs'))
