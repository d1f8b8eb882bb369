import type { FaultCode } from '../findings/catalogue.ts'
import type { Owner } from '../model/finding.ts'
import type { ProblemCode } from '../problems/problem-catalogue.ts'

export type FaultGroup = 'addresses' | 'times' | 'signatures' | 'forgeries' | 'claims' | 'refusals' | 'openid'

/** What somebody does who follows a finding's `fix` to the letter. */
export type CureStep =
  /** Put the setting right at the identity provider's switch. */
  | 'set-right'
  /** Load the identity provider's metadata again. */
  | 'load-metadata'
  /** Load the file that the identity provider's page offers for download. */
  | 'load-file'
  /** Load the certificate that the identity provider's administrator shows. */
  | 'load-certificate'
  /** Map the attribute that was received. */
  | 'map-attribute'
  /** Load the discovery document again. */
  | 'load-discovery'
  /** Load the key set (jwks_uri) again. */
  | 'load-keys'
  /** Enter the client secret that the identity provider shows. */
  | 'enter-secret'
  | 'begin-again'

export interface Cure {
  /** Who follows it; null where a problem says so in its remedy. */
  readonly owner: Owner | null
  /** The words of the `fix` (or the problem's remedy) by which this cure is found. */
  readonly cue: string
  /** In this order, until a test login passes. */
  readonly steps: readonly CureStep[]
  /** The same in words, as it is done at the practice identity provider. */
  readonly does: string
}

/** One deliberate mistake, in words. */
export interface FaultText {
  readonly name: string
  readonly group: FaultGroup
  /** What the practice identity provider does then. */
  readonly does: string
  /** What one learns from it. */
  readonly teaches: string
  /** Code of the one cause that a test login must name: a finding's, or where nothing is judged, a problem's. */
  readonly finding: FaultCode | ProblemCode
  /** `setup`: it shows in metadata that is loaded after it was switched on. */
  readonly shows: 'login' | 'setup'
  /** It spoils one login and is over then: a slip, not a setting. */
  readonly once?: true
  readonly cure: Cure
}

export type FaultTexts = Readonly<Record<string, FaultText>>
