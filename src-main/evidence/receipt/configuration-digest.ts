import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/**
 * What a receipt vouches for: the configuration that was tested, as one number.
 * Members that are undefined do not count; null does. Leave secrets out: a digest of a short one can be guessed.
 * @returns lower-case hexadecimal
 * @throws {TypeError} where the configuration has no JSON form
 */
export const configurationSha256 = (configuration: unknown): string =>
  createHash('sha256').update(canonicalJson(configuration), 'utf8').digest('hex')
