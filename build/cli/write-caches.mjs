/** `node write-caches.mjs <start.cjs> <words…>`: runs the command line, then writes what V8 compiled beside each file. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

const [node = '', , start = '', ...words] = process.argv
const folder = dirname(start)
/** Loaded by Node itself. */
const never = [basename(start), 'import-module.cjs']
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.cjs') && !never.includes(name))
  .map((name) => join(folder, name))

// What has a cache, even an empty one that V8 refuses, is run as a script.
for (const file of files) writeFileSync(`${file}.cache`, '')
process.argv = [node, start, ...words]
const { compiled } = createRequire(import.meta.url)(start)
process.on('exit', () => {
  for (const file of files) rmSync(`${file}.cache`)
  for (const [file, script] of compiled) writeFileSync(`${file}.cache`, script.createCachedData())
})
