import type { ReadValidity } from '#main/saml/metadata/read-attributes.ts'
import type { ReadEntity } from '#main/saml/metadata/read-entity.ts'
import type { SchemaValidator } from '#main/saml/schema/schema-validator.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import type { HasPlace } from '../finding/outcome.ts'
import type { CertificateReader, EntityCertificates } from './read-certificates.ts'
import type { SignatureTrust } from './signature-trust.ts'

/** How metadata is judged. Time comes in as `now`. */
export interface MetadataContext extends SignatureTrust {
  readonly now: Date
  readonly mode: JudgingMode
  /** What stood around the document where it was taken out of an aggregate, the outermost first; undefined: it stood alone. */
  readonly around?: readonly Partial<Pick<ReadValidity, 'validUntil' | 'cacheDuration'>>[] | undefined
  /** The role that is needed; undefined: whichever it has. */
  readonly role?: 'idp' | 'sp' | undefined
  /** Undefined: the schemas are not consulted. */
  readonly schemaValidator?: SchemaValidator | undefined
  /** Undefined: each certificate is read anew. */
  readonly readCertificate?: CertificateReader | undefined
}

/** One entity as its checks see it. */
export interface EntitySubject extends EntityCertificates {
  readonly entity: ReadEntity
  readonly context: MetadataContext
}

/**
 * Whoever gives us metadata vouches for it; a signature over it is a check of its own. So a value read from it counts.
 */
export const trust = 'verified'

export const at = (element: XmlElement): HasPlace => ({ place: () => placeOf(element) })
