import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronPackage, findRuntime } from '../runtime/locate.mjs'
import { lastLines, run } from './child.mjs'

const downloader = fileURLToPath(new URL('./download-electron.mjs', import.meta.url))

// A release host that answers may still trickle; half an hour is a slow line, not a hanging one.
const downloadWithin = 30 * 60_000
const unpackWithin = 5 * 60_000

/**
 * How long a release host may be silent, in milliseconds: before its first answer, and between two pieces of a file.
 * @typedef {{ firstAnswer: number, nextBytes: number }} Patience
 */

/** @type {Patience} */
const usualPatience = { firstAnswer: 4_000, nextBytes: 10_000 }

/**
 * Downloads and unpacks the official Electron that package-lock.json names.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {Patience} [patience]
 * @returns {Promise<{ installed: true } | { installed: false, why: string }>}
 */
export async function installOfficialElectron(root, env, { firstAnswer, nextBytes } = usualPatience) {
  const folder = electronPackage(root)
  const args = [downloader, folder, String(firstAnswer), String(nextBytes)]
  const downloaded = await run(process.execPath, args, { env, timeout: downloadWithin })
  if (downloaded.code !== 0) return { installed: false, why: lastLines(downloaded.output, 1) }
  // install.js finds the file in the cache now, checks its SHA-256 again and unpacks it.
  const unpackEnv = { ...env, force_no_cache: '' }
  const unpacked = await run(process.execPath, [join(folder, 'install.js')], { env: unpackEnv, timeout: unpackWithin })
  const found = unpacked.code === 0 && findRuntime(root, env)?.origin === 'official'
  return found ? { installed: true } : { installed: false, why: `unpacking failed: ${lastLines(unpacked.output, 1)}` }
}
