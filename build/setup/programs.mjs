import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Where a program is, or null. A test that needs a witness which could not be installed is skipped on null, by name.
 * @param {string} name
 * @param {string} [path]
 * @returns {string | null}
 */
export function findProgram(name, path = process.env.PATH ?? '') {
  const files = path.split(delimiter).map((folder) => join(folder, name))
  return files.find(isExecutable) ?? null
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
