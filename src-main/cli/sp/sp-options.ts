import type { KeyPairKind } from '#main/pki/key-pair/generate-key-pair.ts'

export interface SpAddresses {
  readonly entityId: string
  readonly acsUrl: string
  readonly sloUrl?: string
}

export interface NewKeyOptions {
  readonly key: KeyPairKind
  readonly encryption?: true
  readonly out: string
  readonly passphraseFile?: string
}

export interface SpInitOptions extends SpAddresses, NewKeyOptions {}

export interface SpMetadataOptions extends SpAddresses {
  readonly spCert: readonly string[]
  readonly encryption?: true
}

export interface SpRolloverOptions extends SpAddresses, NewKeyOptions {
  readonly spCert: readonly string[]
}
