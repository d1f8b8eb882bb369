import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The packages that these chunks of a build load when they are loaded, directly or through other chunks. */
export function externalImports(folder: string, chunks: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  const waiting = chunks.map((chunk) => {
    const file = files.find((name) => new RegExp(`(^|/)${chunk}(-[\\w-]{8})?\\.js$`).test(name))
    if (file === undefined) throw new Error(`the build has no chunk ${chunk}`)
    return join(folder, file)
  })
  const seen = new Set<string>()
  const packages = new Set<string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^"'\n]*["']([^"']+)["']/gm)) {
      if (from.startsWith('.')) waiting.push(resolve(dirname(file), from))
      else if (!from.startsWith('node:')) packages.add(from)
    }
  }
  return [...packages].sort()
}
