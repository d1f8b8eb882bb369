import { execFileSync, spawnSync } from 'node:child_process'
import type { KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hash } from './encrypt.ts'

/** OpenSSL's own program: it knows a digest and a mask that differ, which Node does not offer. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0

export interface Oaep {
  readonly digest: Hash
  readonly mask: Hash
  readonly label?: Buffer
}

/** RSAES-OAEP (RFC 8017 §7.1). */
export const opensslEncrypts = (key: Buffer, to: KeyObject, oaep: Oaep): Buffer =>
  run(['-encrypt', '-pubin'], to.export({ type: 'spki', format: 'pem' }), key, oaep)

/** @throws where it does not open */
export const opensslDecrypts = (encrypted: Buffer, key: KeyObject, oaep: Oaep): Buffer =>
  run(['-decrypt'], key.export({ type: 'pkcs8', format: 'pem' }), encrypted, oaep)

function run(doing: string[], pem: string | Buffer, input: Buffer, { digest, mask, label }: Oaep): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-'))
  try {
    writeFileSync(join(folder, 'key.pem'), pem)
    const options = [
      'rsa_padding_mode:oaep',
      `rsa_oaep_md:${digest}`,
      `rsa_mgf1_md:${mask}`,
      ...(label === undefined ? [] : [`rsa_oaep_label:${label.toString('hex')}`]),
    ]
    const words = ['pkeyutl', ...doing, '-inkey', 'key.pem', ...options.flatMap((option) => ['-pkeyopt', option])]
    return execFileSync('openssl', words, { cwd: folder, input, stdio: ['pipe', 'pipe', 'ignore'] })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
