/**
 * How the command line is cut into files: a command that judges a response starts from a few, not from thirty. Every file that
 * Node opens, resolves and compiles by itself takes time, and a package looked up in node_modules several times that.
 */
import { join } from 'node:path'
import { projectRoot } from '../runtime/locate.mjs'

/** Packages that go inside the bundle. */
export const bundled = ['commander', 'saxes', 'xmlchars']

const inCli = (/** @type {string} */ file) => join(projectRoot, 'src-main', 'cli', file)
const start = inCli('main.ts')
const judging = ['response/run-response.ts', 'trust/certificate-files.ts', 'output/human/response-text.ts'].map(inCli)

/** @typedef {{ getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }} Graph */

/** For rolldown's `codeSplitting`: what every command loads, and what judging a response loads beside it. */
export function cliChunks() {
  /** @type {Map<string, string> | undefined} */
  let names
  /** @param {string} id @param {Graph} graph */
  const name = (id, graph) => {
    names ??= new Map([
      ...[...closure(judging, graph)].map((module) => /** @type {const} */ ([module, 'judge-response'])),
      ...[...closure([start], graph)].map((module) => /** @type {const} */ ([module, 'command-line'])),
    ])
    return id === start ? null : (names.get(id) ?? null)
  }
  return { groups: [{ name, includeDependenciesRecursively: false }] }
}

/** Everything that these load with them. @param {readonly string[]} ids @param {Graph} graph */
function closure(ids, graph) {
  /** @type {Set<string>} */
  const found = new Set()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
