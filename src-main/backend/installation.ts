import type { KeyObject } from 'node:crypto'
import type { FetchOptions } from '#main/net/fetch-options.ts'
import type { LookUpTxt } from '#main/net/look-up-txt.ts'
import type { OrganisationId } from '#shared/model/ids.ts'
import type { OpenidProviders } from './openid/openid-providers.ts'
import type { LicenceAuthority } from './organisations/licence-authority.ts'
import type { Sealer } from './secrets/sealer.ts'
import type { Directory } from './storage/directory.ts'
import type { Stores } from './storage/stores.ts'

export type Random = (bytes: number) => Uint8Array

/** One line of the operator's log: names and ids only, never a message, an address of a person or a secret. */
export interface LogEntry {
  readonly level: 'info' | 'warning' | 'error'
  /** Such as `request.failed`. */
  readonly event: string
  readonly details: Readonly<Record<string, string | number | boolean | null>>
  /** For the operator's eyes. */
  readonly cause?: unknown
}

/** What every organisation's requests share. */
export interface Installation {
  /** Scheme and host, without a slash at the end. */
  readonly publicUrl: string
  readonly directory: Directory
  readonly openStores: (tenant: OrganisationId) => Stores
  readonly sealer: Sealer
  /** Ed25519, private: signs test receipts. */
  readonly receiptKey: KeyObject
  readonly licences: LicenceAuthority
  readonly lookUpTxt: LookUpTxt
  /** Which machines may be asked for what somebody typed in: a server for strangers asks public ones only. */
  readonly addresses: FetchOptions['addresses']
  readonly openid: OpenidProviders
  /** Mail goes out by itself; else it is kept, to be read in the outbox. */
  readonly sendsMail: boolean
  readonly clock: () => Date
  readonly random: Random
  readonly log: (entry: LogEntry) => void
}

/** The one bundle handed down to whatever works for one organisation. */
export interface Tenant {
  readonly id: OrganisationId
  readonly stores: Stores
  readonly sealer: Sealer
  readonly receiptKey: KeyObject
  readonly licences: LicenceAuthority
  readonly lookUpTxt: LookUpTxt
  readonly addresses: FetchOptions['addresses']
  readonly openid: OpenidProviders
  readonly sendsMail: boolean
  readonly publicUrl: string
  readonly random: Random
}

export function openTenant(installation: Installation, id: OrganisationId): Tenant {
  const { sealer, receiptKey, licences, lookUpTxt, addresses, openid, sendsMail, publicUrl, random, openStores } =
    installation
  return {
    id,
    stores: openStores(id),
    sealer,
    receiptKey,
    licences,
    lookUpTxt,
    addresses,
    openid,
    sendsMail,
    publicUrl,
    random,
  }
}
