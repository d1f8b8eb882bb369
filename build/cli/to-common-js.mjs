import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'

/**
 * Turns the files of a flat build that need Node's own modules only, by themselves and through what they import, into CommonJS.
 * Those that need packages stay as they are, for many packages are no CommonJS, and import the others under their new names.
 * @param {string} folder
 * @param {readonly string[]} kept files that stay as they are, because they are started by their name
 */
export async function toCommonJs(folder, kept) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const texts = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  const plain = plainFiles(texts, kept)
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [withSourceMaps],
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20.18',
      emptyOutDir: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(plain.map((name) => [basename(name, '.js'), join(folder, name)])),
        external: (id) => !plain.includes(basename(id)),
        output: { format: 'cjs', exports: 'named', entryFileNames: '[name].cjs' },
      },
    },
  })
  for (const name of plain) {
    for (const old of [name, `${name}.map`]) rmSync(join(folder, old), { force: true })
    const file = join(folder, name.replace(/js$/, 'cjs'))
    writeFileSync(file, inAscii(importingBeside(readFileSync(file, 'utf8'))))
  }
  writeFileSync(join(folder, IMPORTER), 'module.exports = (specifier) => import(specifier);\n')
  for (const [name, text] of texts) if (!plain.includes(name)) writeFileSync(join(folder, name), importing(plain, text))
}

/** So that a stack trace leads to the sources. @type {import('vite').Plugin} */
const withSourceMaps = {
  name: 'with-source-maps',
  load(id) {
    if (!existsSync(`${id}.map`)) return null
    return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) }
  },
}

/** @param {ReadonlyMap<string, string>} texts @param {readonly string[]} kept @returns {string[]} */
function plainFiles(texts, kept) {
  const plain = new Set([...texts.keys()].filter((name) => !kept.includes(name)))
  for (let before = -1; before !== plain.size; ) {
    before = plain.size
    for (const name of plain) {
      const imported = [...(texts.get(name) ?? '').matchAll(STATIC_IMPORT)].map(([, from = '']) => from)
      if (!imported.every((from) => from.startsWith('node:') || plain.has(basename(from)))) plain.delete(name)
    }
  }
  return [...plain]
}

/** As rolldown writes them: at the start of a line, in double quotes. */
const STATIC_IMPORT = /^(?:import|export)\b(?:[^"'\n;(]*\bfrom)? ?"([^"\n]+)"/gm

/** @param {readonly string[]} plain @param {string} text */
const importing = (plain, text) =>
  text.replace(/"\.\/([^"/\n]+\.js)"/g, (whole, name) =>
    plain.includes(name) ? `"./${name.replace(/js$/, 'cjs')}"` : whole,
  )

/** V8 cannot import from a script that Node did not load by itself, so a file that it does load imports for all. */
const IMPORTER = 'import-module.cjs'
/** @param {string} text */
const importingBeside = (text) => text.replace(/\bimport\((?="[^"\n]+"\))/g, `require("./${IMPORTER}")(`)

/** Node reads one byte a character faster, and V8 needs half the memory. In strings, patterns and comments it is the same. @param {string} text */
const inAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
