import { type Backend, type BackendOptions, openBackend } from '#main/backend/backend.ts'
import { UsageError } from '../process/usage-error.ts'
import { KEY_VARIABLE, PREVIOUS_KEYS_VARIABLE } from './encryption-key.ts'

const refusals: Readonly<Record<string, (options: BackendOptions) => string>> = {
  'port-taken': ({ port }) => `Port ${port} is taken by another program. Choose another with --port.`,
  'public-url': ({ publicUrl }) =>
    `--public-url takes an address such as https://sso.example.com without a path, not "${publicUrl}".`,
  'data-folder': ({ dataFolder }) => `The data folder ${dataFolder} cannot be written.`,
  'data-damaged': ({ dataFolder }) => `The database in ${dataFolder} is damaged. Restore it from a backup.`,
  'data-newer': ({ dataFolder }) =>
    `The database in ${dataFolder} was written by a newer version. Update this program.`,
  'wrong-encryption-key': ({ dataFolder }) =>
    `The data in ${dataFolder} was sealed with another encryption key. Give that one in ${KEY_VARIABLE}, or beside a new one in ${PREVIOUS_KEYS_VARIABLE}.`,
  'encryption-key-length': () => `${KEY_VARIABLE} does not hold 32 bytes.`,
  'licence-key': () => 'The file of --licence-key does not hold the Ed25519 public key of an operator in PEM format.',
}

/** @throws {UsageError} in place of the backend's refusal to start */
export async function openOrRefuse(options: BackendOptions): Promise<Backend> {
  try {
    return await openBackend(options)
  } catch (error) {
    // The door's error class is no part of the door: it is known by its name.
    const isRefusal = error instanceof Error && error.name === 'BackendRefused' && 'reason' in error
    const says = isRefusal ? refusals[String(error.reason)] : undefined
    throw says === undefined ? error : new UsageError(says(options), { cause: error })
  }
}
