import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../process/usage-error.ts'
import { makeFolder } from './make-folder.ts'

const KEY_BYTES = 32
export const KEY_VARIABLE = 'CLAIMCHECK_ENCRYPTION_KEY'
export const PREVIOUS_KEYS_VARIABLE = 'CLAIMCHECK_PREVIOUS_ENCRYPTION_KEYS'
const KEY_FILE = 'encryption.key'

/**
 * 32 bytes written as Base64 (either alphabet) or hexadecimal.
 * @returns undefined where it is neither or another length
 */
export function decodeKey(text: string): Uint8Array | undefined {
  const compact = text.trim()
  if (/^[0-9a-f]{64}$/i.test(compact)) return Buffer.from(compact, 'hex')
  const isBase64 = /^(?:[A-Za-z0-9+/]{43}|[A-Za-z0-9_-]{43})=?$/.test(compact)
  return isBase64 ? Buffer.from(compact, 'base64') : undefined
}

/**
 * The key that secrets at rest are sealed with: from the environment, else from the key file in the data folder.
 * @throws {UsageError} where neither holds one
 */
export async function loadKey(dataFolder: string, fromEnvironment: string | undefined): Promise<Uint8Array> {
  if (fromEnvironment !== undefined) return decodeOrRefuse(fromEnvironment, `The variable ${KEY_VARIABLE}`)
  const file = join(dataFolder, KEY_FILE)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(
      `There is no encryption key: set ${KEY_VARIABLE}, or run "claimcheck backend init" to make ${file}.`,
    )
  })
  return decodeOrRefuse(text, file)
}

/**
 * Keys that the data may still be sealed with, from the environment: what is sealed with one of them is sealed anew.
 * @throws {UsageError}
 */
export const previousKeys = (fromEnvironment = ''): Uint8Array[] =>
  fromEnvironment
    .split(/[\s,]+/)
    .filter((text) => text !== '')
    .map((text) => decodeOrRefuse(text, `A key in the variable ${PREVIOUS_KEYS_VARIABLE}`))

export interface MadeKey {
  readonly key: Uint8Array
  /** Takes a file that was made just now away again. */
  readonly undo: () => Promise<void>
}

/** As `loadKey`, but makes the key file, readable by its owner alone, where there is neither. */
export async function loadOrMakeKey(
  dataFolder: string,
  fromEnvironment: string | undefined,
  random: (bytes: number) => Uint8Array,
): Promise<MadeKey> {
  const kept = async () => {}
  if (fromEnvironment !== undefined) return { key: await loadKey(dataFolder, fromEnvironment), undo: kept }
  await makeFolder(dataFolder)
  const file = join(dataFolder, KEY_FILE)
  const key = random(KEY_BYTES)
  try {
    await writeFile(file, `${Buffer.from(key).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    return { key, undo: () => rm(file, { force: true }) }
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (exists) return { key: await loadKey(dataFolder, undefined), undo: kept }
    throw new UsageError(`${file} cannot be written.`, { cause: error })
  }
}

function decodeOrRefuse(text: string, where: string): Uint8Array {
  const key = decodeKey(text)
  if (key === undefined) throw new UsageError(`${where} does not hold 32 bytes as Base64 or hexadecimal.`)
  return key
}
