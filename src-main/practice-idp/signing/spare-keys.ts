import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'
import { makeSelfSigned } from '#main/pki/certificate/make-self-signed.ts'
import { aYearFrom, makePracticeSigning, type PracticeSigning } from './practice-signing.ts'

const DAY_MS = 24 * 3600 * 1000

/** Keys and certificates beside the real ones, for faults. Each is made when it is first asked for and stays the same. */
export class SpareKeys {
  readonly #clock: () => Date
  readonly #random: (bytes: number) => Uint8Array
  readonly #made = new Map<string, Promise<PracticeSigning>>()

  constructor(clock: () => Date, random: (bytes: number) => Uint8Array) {
    this.#clock = clock
    this.#random = random
  }

  /** Another key with its certificate. */
  another(name: string): Promise<PracticeSigning> {
    return this.#once(name, () => makePracticeSigning(aYearFrom(this.#clock()), this.#random(16)))
  }

  /** The same key by a certificate that ended yesterday. */
  ended({ privateKey }: PracticeSigning): Promise<PracticeSigning> {
    return this.#once('ended', async () => {
      const now = this.#clock().getTime()
      const certificate = await makeSelfSigned({
        privateKey,
        publicKey: createPublicKey(privateKey),
        notBefore: new Date(now - 366 * DAY_MS),
        notAfter: new Date(now - DAY_MS),
        commonName: 'Practice identity provider',
        serial: this.#random(16),
      })
      return { privateKey, certificate }
    })
  }

  /** Of somebody who no longer has the private key. */
  async lost(name: string): Promise<KeyObject> {
    return createPublicKey((await this.another(name)).privateKey)
  }

  #once(name: string, make: () => Promise<PracticeSigning>): Promise<PracticeSigning> {
    const made = this.#made.get(name) ?? make()
    this.#made.set(name, made)
    return made
  }
}
