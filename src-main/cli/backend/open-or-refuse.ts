import { type Backend, type BackendOptions, openBackend } from '#main/backend/backend.ts'
import { UsageError } from '../process/usage-error.ts'
import { KEY_VARIABLE, PREVIOUS_KEYS_VARIABLE } from './encryption-key.ts'

type Told = Partial<Pick<BackendOptions, 'port' | 'publicUrl'>> &
  Pick<BackendOptions, 'dataFolder'> & { readonly file?: string }

const refusals: Readonly<Record<string, (told: Told) => string>> = {
  'port-taken': ({ port }) => `Port ${port} is taken by another program. Choose another with --port.`,
  'public-url': ({ publicUrl }) =>
    `--public-url takes an address such as https://sso.example.com without a path, not "${publicUrl}".`,
  'data-folder': ({ dataFolder }) => `The data folder ${dataFolder} cannot be written.`,
  'data-damaged': ({ dataFolder }) => `The database in ${dataFolder} is damaged. Restore it from a backup.`,
  'data-missing': ({ dataFolder }) => `There is no database in ${dataFolder}.`,
  'data-exists': ({ dataFolder }) =>
    `There is a database in ${dataFolder} already. Restore into an empty folder, or move that one away first.`,
  'backup-target': ({ file }) => `The backup ${file} exists already, or cannot be written. Name a new file.`,
  'backup-damaged': ({ file }) => `${file} is no backup of a tenant backend, or is damaged.`,
  'data-newer': ({ dataFolder }) =>
    `The database in ${dataFolder} was written by a newer version. Update this program.`,
  'wrong-encryption-key': ({ dataFolder }) =>
    `The data in ${dataFolder} was sealed with another encryption key. Give that one in ${KEY_VARIABLE}, or beside a new one in ${PREVIOUS_KEYS_VARIABLE}.`,
  'encryption-key-length': () => `${KEY_VARIABLE} does not hold 32 bytes.`,
  'licence-key': () => 'The file of --licence-key does not hold the Ed25519 public key of an operator in PEM format.',
}

/** @throws {UsageError} in place of the backend's refusal to start */
export const openOrRefuse = (options: BackendOptions): Promise<Backend> =>
  sayingWhy(options, () => openBackend(options))

/** @throws {UsageError} in place of the backend's refusal */
export async function sayingWhy<Result>(told: Told, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    // The door's error class is no part of the door: it is known by its name.
    const isRefusal = error instanceof Error && error.name === 'BackendRefused' && 'reason' in error
    const says = isRefusal ? refusals[String(error.reason)] : undefined
    throw says === undefined ? error : new UsageError(says(told), { cause: error })
  }
}
