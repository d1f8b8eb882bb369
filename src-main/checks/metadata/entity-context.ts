import type { ReadEntity } from '#main/saml/metadata/read-entity.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import type { HasPlace } from '../finding/outcome.ts'
import type { CertificateReading } from './read-certificates.ts'

/** How metadata is judged. Time comes in as `now`. */
export interface MetadataContext {
  readonly now: Date
  readonly mode: JudgingMode
  /** The role that is needed; undefined: whichever it has. */
  readonly role?: 'idp' | 'sp' | undefined
}

/** One entity as its checks see it. */
export interface EntitySubject {
  readonly entity: ReadEntity
  readonly context: MetadataContext
  readonly signingCertificates: readonly CertificateReading[]
  readonly encryptionCertificates: readonly CertificateReading[]
}

/**
 * Whoever gives us metadata vouches for it; a signature over it is a check of its own. So a value read from it counts.
 */
export const trust = 'verified'

export const at = (element: XmlElement): HasPlace => ({ place: () => placeOf(element) })
