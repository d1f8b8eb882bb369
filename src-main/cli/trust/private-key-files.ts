import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readBytes } from '../files/read-bytes.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'

const LIMIT = 1_000_000
const block = /-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----[\s\S]+?-----END \1PRIVATE KEY-----/g

/**
 * The keys of `--sp-key`; one file may hold several PEM blocks, sealed by one passphrase.
 * @throws {UsageError} naming the file, never a word of what is in it
 */
export async function readPrivateKeys(
  paths: readonly string[],
  passphraseFile: string | undefined,
  console: Console,
): Promise<KeyObject[]> {
  const passphrase = passphraseFile === undefined ? undefined : await readPassphrase(passphraseFile, console)
  const keys = await Promise.all(paths.map((path) => readKeyFile(path, passphrase, console)))
  return keys.flat()
}

/** Its first line, for editors end every file with one. */
export async function readPassphrase(path: string, console: Console): Promise<string> {
  const text = Buffer.from(await readBytes(path, LIMIT, console)).toString('utf8')
  return text.replace(/\r?\n[\s\S]*$/, '')
}

async function readKeyFile(path: string, passphrase: string | undefined, console: Console): Promise<KeyObject[]> {
  const text = Buffer.from(await readBytes(path, LIMIT, console)).toString('utf8')
  const blocks = [...text.matchAll(block)].map(([pem]) => pem)
  if (blocks.length === 0) throw new UsageError(`${path} holds no private key in PEM.`)
  return blocks.map((pem) => openKey(path, pem, passphrase))
}

function openKey(path: string, pem: string, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) })
  } catch {
    throw new UsageError(`${path} ${whyNot(pem, passphrase)}`)
  }
}

function whyNot(pem: string, passphrase: string | undefined): string {
  if (!/ENCRYPTED/.test(pem)) return 'holds a private key that cannot be read.'
  return passphrase === undefined
    ? 'holds a private key under a passphrase. Give it with --passphrase-file.'
    : 'holds a private key that the passphrase does not open.'
}
