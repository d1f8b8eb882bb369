import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

const isSource = (/** @type {string} */ name) => /\.(ts|tsx|mts|cts|js|mjs|cjs)$/.test(name)

/**
 * Every source file below the folders, as paths from the root with forward slashes.
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {string[]}
 */
export function sourceFiles(root, folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .map((name) => `${folder}/${name.split(sep).join('/')}`),
  )
}

/**
 * The source files that a dependency-cruiser report does not hold.
 * @param {readonly string[]} files
 * @param {string} report JSON as `-T json` prints it
 */
export function notCruised(files, report) {
  /** @type {{ modules: { source: string }[] }} */
  const { modules } = JSON.parse(report)
  const seen = new Set(modules.map(({ source }) => source))
  return files.filter((file) => !seen.has(file))
}
