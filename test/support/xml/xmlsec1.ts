import { execFileSync, spawnSync } from 'node:child_process'
import type { KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Debian's xmlsec1, the C implementation of XML-DSig: an independent witness for every signature. */
export const hasXmlsec1 = spawnSync('xmlsec1', ['--version']).status === 0

/** Before 1.3 it knew RSAES-OAEP with SHA-1 only. */
export const xmlsec1KnowsOaepHashes =
  hasXmlsec1 && !/ 1\.[0-2]\./.test(spawnSync('xmlsec1', ['--version']).stdout.toString())

/** Fills in a Signature template. `idElement` is `namespace:LocalName` of what carries the `ID` attribute. */
export function xmlsec1Sign(template: string, key: KeyObject, idElement: string): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'key.pem'), key.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(join(folder, 'template.xml'), template)
    const args = [
      '--sign',
      '--privkey-pem',
      'key.pem',
      '--id-attr:ID',
      idElement,
      '--output',
      'signed.xml',
      'template.xml',
    ]
    execFileSync('xmlsec1', args, { cwd: folder, stdio: 'pipe' })
    return readFileSync(join(folder, 'signed.xml'), 'utf8')
  })
}

export function xmlsec1Verifies(xml: string, key: KeyObject, idElement: string): boolean {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'key.pem'), key.export({ type: 'spki', format: 'pem' }))
    writeFileSync(join(folder, 'signed.xml'), xml)
    const args = ['--verify', '--pubkey-pem', 'key.pem', '--id-attr:ID', idElement, 'signed.xml']
    return spawnSync('xmlsec1', args, { cwd: folder }).status === 0
  })
}

/**
 * Fills in an EncryptedData template and puts it in the place of the root's first child.
 * @param sessionKey what the content key is, such as `aes-256`
 */
export function xmlsec1Encrypt(xml: string, template: string, key: KeyObject, sessionKey: string): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'key.pem'), key.export({ type: 'spki', format: 'pem' }))
    writeFileSync(join(folder, 'template.xml'), template)
    writeFileSync(join(folder, 'plain.xml'), xml)
    const from = ['--xml-data', 'plain.xml', '--node-xpath', '/*/*[1]']
    const keys = ['--pubkey-pem', 'key.pem', '--session-key', sessionKey]
    execFileSync('xmlsec1', ['--encrypt', ...keys, ...from, '--output', 'encrypted.xml', 'template.xml'], {
      cwd: folder,
      stdio: 'pipe',
    })
    return readFileSync(join(folder, 'encrypted.xml'), 'utf8')
  })
}

/** @returns the document with what was encrypted in its place; undefined where this key does not open it */
export function xmlsec1Decrypt(xml: string, key: KeyObject): string | undefined {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'key.pem'), key.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(join(folder, 'encrypted.xml'), xml)
    const args = ['--decrypt', '--privkey-pem', 'key.pem', '--output', 'plain.xml', 'encrypted.xml']
    const { status } = spawnSync('xmlsec1', args, { cwd: folder })
    return status === 0 ? readFileSync(join(folder, 'plain.xml'), 'utf8') : undefined
  })
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'xmlsec1-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
