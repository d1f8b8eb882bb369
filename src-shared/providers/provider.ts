import type { Intake } from '../model/connection.ts'

/** What we know of an identity provider's product: its own words, so that nobody has to translate on a call. */
export interface Provider {
  readonly name: string
  /** Two letters that stand for it where there is no room for the name. */
  readonly initials: string
  readonly protocols: readonly Intake['protocol'][]
  /** Entity IDs of this product look like this; null where they have no fixed form. */
  readonly entityId: RegExp | null
  /** How its administrator finds the metadata to hand over; null where the protocol has none. */
  readonly findMetadata: string | null
  /** Where its administrator enters our values, outermost menu first. */
  readonly path: readonly string[]
  readonly labels: FieldLabels
  readonly claims: ProviderClaims
  /** How its administrator lets a pilot group in, and nobody else. */
  readonly assignPilot: string
}

/** How its administrator makes it send the claims (S05). */
export interface ProviderClaims {
  /** In its console; what is left to know about the subject too. */
  readonly where: string
  readonly email: ClaimSource
  readonly givenName: ClaimSource
  readonly familyName: ClaimSource
}

/** One line of its console's list: the name to enter, and the value to choose for it in the console's words. */
export interface ClaimSource {
  readonly name: string
  readonly value: string
}

/** The console's own field names for our values; null where the console has no such field. */
export interface FieldLabels {
  readonly entityId: string
  readonly acsUrl: string
  readonly signOutUrl: string | null
  readonly certificate: string | null
}
