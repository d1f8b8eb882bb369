import type { Keychain } from '#main/desktop/secrets/keychain.ts'
import { Secrets } from '#main/desktop/secrets/secrets.ts'

/** A keychain that keeps nothing from anyone: what is tested with it is everything else. */
export const openKeychain: Keychain = {
  isAvailable: () => true,
  seal: (plain) => Buffer.from(plain),
  open: (sealed) => sealed.toString(),
}

export const noKeychain: Keychain = { ...openKeychain, isAvailable: () => false }

export const openSecrets = (folder: string, keychain: Keychain = openKeychain): Promise<Secrets> =>
  Secrets.open(folder, { keychain, clock: () => new Date('2026-11-22T08:00:00Z') })
