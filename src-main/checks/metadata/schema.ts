import type { SchemaFault } from '#main/saml/schema/schema-validator.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import type { XmlDocument } from '#main/xml/tree/xml-tree.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { Fault, NotVerified, Passed } from '../finding/outcome.ts'
import { trust } from './entity-context.ts'

/** Beyond these the list says nothing new. */
const MOST_FAULTS = 5

/**
 * The document as it was received, against the schemas of metadata and its extensions.
 * @param faults of the validator; undefined where there is none
 */
export function judgeMetadataSchema(
  document: XmlDocument,
  faults: readonly SchemaFault[] | undefined,
): Passed | NotVerified | Fault<FaultCode<'metadata.schema'>> {
  if (faults === undefined) return { kind: 'not-verified', trust, detail: 'The schemas were not consulted.' }
  const [first] = faults
  if (first === undefined) return { kind: 'passed', trust }
  const place = { ...placeOf(document.root), line: first.line, column: 1 }
  const told = faults.slice(0, MOST_FAULTS).map(({ message }) => message)
  const more = faults.length > told.length ? [`and ${faults.length - told.length} more`] : []
  return {
    kind: 'fault',
    code: 'metadata.schema.invalid',
    trust,
    at: { place: () => place },
    actual: [...told, ...more].join('\n'),
  }
}
