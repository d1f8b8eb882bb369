import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

const KEY_BYTES = 32
const SALT_BYTES = 16

/** RFC 7914. Bounded, so that a file changed by hand cannot take all memory. */
export const ScryptParameters = z.object({
  cost: z
    .int()
    .min(2)
    .max(2 ** 20),
  blockSize: z.int().min(1).max(16),
  parallelization: z.int().min(1).max(4),
  salt: z.base64(),
})
export type ScryptParameters = z.infer<typeof ScryptParameters>

/** 128 MB and about half a second: asked once per start. */
export const newScryptParameters = (): ScryptParameters => ({
  cost: 2 ** 17,
  blockSize: 8,
  parallelization: 1,
  salt: randomBytes(SALT_BYTES).toString('base64'),
})

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** The passphrase is taken in one Unicode form: keyboards write the same letters differently (NFC, RFC 8265). */
export function keyFromPassphrase(passphrase: string, parameters: ScryptParameters): Promise<Buffer> {
  const { cost, blockSize, parallelization, salt } = parameters
  const maxmem = 256 * cost * blockSize
  const options = { cost, blockSize, parallelization, maxmem }
  return derive(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), KEY_BYTES, options)
}
