import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The packages that these chunks of a build load when they are loaded, directly or through other chunks. */
export function externalImports(folder: string, chunks: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.c?js$/.test(name))
  const waiting = chunks.map((chunk) => {
    const file = files.find((name) => new RegExp(`(^|/)${chunk}(-[\\w-]{8})?\\.c?js$`).test(name))
    if (file === undefined) throw new Error(`the build has no chunk ${chunk}`)
    return join(folder, file)
  })
  const seen = new Set<string>()
  const packages = new Set<string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(STATIC)) {
      if (from.startsWith('.')) waiting.push(resolve(dirname(file), from))
      else if (!from.startsWith('node:')) packages.add(from)
    }
  }
  return [...packages].sort()
}

/** What a file loads when it is loaded: imports, and requires that no function puts off. */
const STATIC = /^(?:(?:import|export)\b[^"'\n(]*|(?:const|let|var) \w+ = (?:\w+\()?require\()["']([^"']+)["']/gm
