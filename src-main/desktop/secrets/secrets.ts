import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { InTurn } from '#main/workspace/in-turn.ts'
import type { AppInfo } from '#shared/ipc/app.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { isMissing } from '../storage/read-document.ts'
import { writeAtomically } from '../storage/write-atomically.ts'
import type { Keychain } from './keychain.ts'
import { keyFromPassphrase, newScryptParameters, type ScryptParameters } from './passphrase.ts'
import { seal, unseal } from './seal.ts'
import { SecretFile, VAULT_KEY_NAME, VaultFile } from './vault-file.ts'

export type SecretsState = AppInfo['secrets']

export interface SecretsOptions {
  readonly keychain: Keychain
  readonly clock: () => Date
  /** Only tests make it cheaper. */
  readonly scrypt?: () => ScryptParameters
}

const KEY_BYTES = 32
const EXTENSION = '.sealed'
const secretName = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/

/**
 * What must not be read by anyone who copies the disk: each secret in a file of its own, sealed with one key, which the
 * system's keychain keeps, or a passphrase where there is none. It never leaves this process.
 */
export class Secrets {
  readonly #folder: string
  readonly #options: SecretsOptions
  readonly #inTurn = new InTurn()
  #state: SecretsState = 'lost'
  #key: Buffer | undefined

  private constructor(folder: string, options: SecretsOptions) {
    this.#folder = folder
    this.#options = options
  }

  static async open(folder: string, options: SecretsOptions): Promise<Secrets> {
    const secrets = new Secrets(folder, options)
    await secrets.#begin()
    return secrets
  }

  get state(): SecretsState {
    return this.#state
  }

  /**
   * Sets the passphrase the first time, opens with it later; does nothing where nothing is locked.
   * @throws {InputRefused} secrets.wrong-passphrase, secrets.lost
   */
  unlock(passphrase: string): Promise<void> {
    return this.#inTurn.run(async () => {
      if (this.#state === 'lost') throw new InputRefused('secrets.lost')
      if (this.#state === 'passphrase-unset') await this.#setPassphrase(passphrase)
      else if (this.#state === 'passphrase-locked') await this.#openWith(passphrase)
    })
  }

  /**
   * Sets everything that cannot be opened any more aside, and begins empty.
   * @returns where the old files are
   */
  async replaceLost(): Promise<string> {
    if (this.#state !== 'lost') throw new InputRefused('secrets.not-lost')
    const aside = `${this.#folder}.lost-${this.#options.clock().toISOString().replaceAll(/[:.]/g, '-')}`
    await rename(this.#folder, aside)
    await this.#begin()
    return aside
  }

  /** @returns null where there is none of this name. @throws {InputRefused} when locked, lost or damaged */
  async get(name: string): Promise<Buffer | null> {
    const key = this.#openKey()
    const content = await readFile(this.#path(name), 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    if (content === null) return null
    const plain = unseal(parseSecret(content), key, name)
    if (!plain) throw new InputRefused('secrets.damaged')
    return plain
  }

  /** On the disk when it resolves. @throws {InputRefused} when locked or lost */
  async put(name: string, plain: Uint8Array): Promise<void> {
    const sealed = seal(plain, this.#openKey(), name)
    await this.#write(this.#path(name), { version: 1, sealed })
  }

  async remove(name: string): Promise<void> {
    await rm(this.#path(name), { force: true })
  }

  /** Every secret whose name begins so. */
  async removeAll(prefix: string): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      if (name.startsWith(prefix) && name.endsWith(EXTENSION)) await rm(join(this.#folder, name), { force: true })
    }
  }

  async #begin(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const vault = await this.#readVault()
    if (vault === 'lost') this.#state = 'lost'
    else if (vault) this.#openVault(vault)
    else if (await this.#holdsSecrets()) this.#state = 'lost'
    else if (this.#options.keychain.isAvailable()) await this.#createInKeychain()
    else this.#state = 'passphrase-unset'
  }

  async #readVault(): Promise<VaultFile | 'lost' | undefined> {
    try {
      return VaultFile.parse(JSON.parse(await readFile(this.#vaultPath(), 'utf8')))
    } catch (error) {
      return isMissing(error) ? undefined : 'lost'
    }
  }

  #openVault(vault: VaultFile): void {
    if (vault.kind === 'passphrase') {
      this.#state = 'passphrase-locked'
      return
    }
    this.#state = 'lost'
    if (!this.#options.keychain.isAvailable()) return
    try {
      this.#use(Buffer.from(this.#options.keychain.open(Buffer.from(vault.wrappedKey, 'base64')), 'base64'), 'system')
    } catch {
      // Another user's, or from before the keychain was made anew: still lost.
    }
  }

  async #createInKeychain(): Promise<void> {
    const key = randomBytes(KEY_BYTES)
    const wrappedKey = this.#options.keychain.seal(key.toString('base64')).toString('base64')
    await this.#write(this.#vaultPath(), { version: 1, kind: 'system', wrappedKey } satisfies VaultFile)
    this.#use(key, 'system')
  }

  async #setPassphrase(passphrase: string): Promise<void> {
    const key = randomBytes(KEY_BYTES)
    const scrypt = (this.#options.scrypt ?? newScryptParameters)()
    const wrappedKey = seal(key, await keyFromPassphrase(passphrase, scrypt), VAULT_KEY_NAME)
    await this.#write(this.#vaultPath(), { version: 1, kind: 'passphrase', scrypt, wrappedKey } satisfies VaultFile)
    this.#use(key, 'passphrase-unlocked')
  }

  async #openWith(passphrase: string): Promise<void> {
    const vault = await this.#readVault()
    if (vault === undefined || vault === 'lost' || vault.kind !== 'passphrase') throw new InputRefused('secrets.lost')
    const key = unseal(vault.wrappedKey, await keyFromPassphrase(passphrase, vault.scrypt), VAULT_KEY_NAME)
    if (!key) throw new InputRefused('secrets.wrong-passphrase', 'passphrase')
    this.#use(key, 'passphrase-unlocked')
  }

  #use(key: Buffer, state: SecretsState): void {
    if (key.length !== KEY_BYTES) throw new InputRefused('secrets.lost')
    this.#key = key
    this.#state = state
  }

  #openKey(): Buffer {
    if (this.#key) return this.#key
    if (this.#state === 'lost') throw new InputRefused('secrets.lost')
    throw new InputRefused(this.#state === 'passphrase-unset' ? 'secrets.unset' : 'secrets.locked')
  }

  async #holdsSecrets(): Promise<boolean> {
    return (await readdir(this.#folder)).some((name) => name.endsWith(EXTENSION))
  }

  async #write(path: string, content: object): Promise<void> {
    try {
      await writeAtomically(path, JSON.stringify(content), 0o600)
    } catch (cause) {
      throw new InputRefused('workspace.not-saved', null, { cause })
    }
  }

  #vaultPath(): string {
    return join(this.#folder, 'vault.json')
  }

  #path(name: string): string {
    if (!secretName.test(name)) throw new Error(`Not a secret's name: ${name}`)
    return join(this.#folder, `${name}${EXTENSION}`)
  }
}

function parseSecret(content: string) {
  try {
    return SecretFile.parse(JSON.parse(content)).sealed
  } catch (cause) {
    throw new InputRefused('secrets.damaged', null, { cause })
  }
}
