import type { KeyObject } from 'node:crypto'
import type { KeyMaterialClothing } from '#shared/model/key-material.ts'

export interface FoundPrivateKey {
  /** Undefined where the private key is sealed, or has no public half. */
  readonly publicKey: KeyObject | undefined
  readonly isEncrypted: boolean
}

/** What was taken out of one input. Private keys themselves have been let go already. */
export interface FoundParts {
  readonly clothing: readonly KeyMaterialClothing[]
  /** DER. */
  readonly certificates: readonly Uint8Array[]
  readonly privateKeys: readonly FoundPrivateKey[]
  readonly publicKeys: readonly KeyObject[]
  /** DER. */
  readonly requests: readonly Uint8Array[]
  readonly unreadable: number
}

export const nothingFound: FoundParts = {
  clothing: [],
  certificates: [],
  privateKeys: [],
  publicKeys: [],
  requests: [],
  unreadable: 0,
}

export const oneUnreadable: FoundParts = { ...nothingFound, unreadable: 1 }

export function joinParts(parts: readonly FoundParts[], ...around: readonly KeyMaterialClothing[]): FoundParts {
  return {
    clothing: [...new Set([...around, ...parts.flatMap(({ clothing }) => clothing)])],
    certificates: parts.flatMap(({ certificates }) => certificates),
    privateKeys: parts.flatMap(({ privateKeys }) => privateKeys),
    publicKeys: parts.flatMap(({ publicKeys }) => publicKeys),
    requests: parts.flatMap(({ requests }) => requests),
    unreadable: parts.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
}

export const isEmpty = ({ certificates, privateKeys, publicKeys, requests }: FoundParts): boolean =>
  certificates.length + privateKeys.length + publicKeys.length + requests.length === 0
