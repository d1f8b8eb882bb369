import type { ReadEntity } from '#main/saml/metadata/read-entity.ts'
import type { Identifiers } from '#main/xml/signature/identifiers.ts'
import { DS } from '#main/xml/signature/namespaces.ts'
import { childElements } from '#main/xml/tree/query.ts'
import { type Judged, runChecks } from '../finding/judged.ts'
import { metadataChecksFor } from '../metadata-checks.ts'
import type { EntitySubject, MetadataContext } from './entity-context.ts'
import { readEntityCertificates } from './read-certificates.ts'
import { judgeMetadataSignature } from './signature.ts'

export const subjectOf = (entity: ReadEntity, context: MetadataContext): EntitySubject => ({
  entity,
  context,
  ...readEntityCertificates(entity, context.readCertificate),
})

/**
 * An entity inside an aggregate may carry a signature of its own; the aggregate's is judged with the document.
 * @param isInside whether it stands in an EntitiesDescriptor
 */
export function judgeEntity(subject: EntitySubject, identifiers: () => Identifiers, isInside: boolean): Judged[] {
  const { element } = subject.entity
  const judged = runChecks(metadataChecksFor(subject), subject)
  if (!isInside || childElements(element, DS, 'Signature').length === 0) return judged
  const outcomes = judgeMetadataSignature(element, identifiers(), subject.context)
  return [...judged, ...outcomes.map((outcome): Judged => ['metadata.signature', outcome])]
}
