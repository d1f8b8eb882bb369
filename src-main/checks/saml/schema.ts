import type { SchemaFault } from '#main/saml/schema/schema-validator.ts'
import { canonicalize } from '#main/xml/canonicalize/canonicalize.ts'
import { type Place, placeOf } from '#main/xml/tree/place.ts'
import { descendantsOf } from '#main/xml/tree/query.ts'
import type { XmlDocument } from '#main/xml/tree/xml-tree.ts'
import type { CheckOf } from '../finding/outcome.ts'
import type { ResponseSubject } from '../reading/response-subject.ts'

/** Beyond these the list says nothing new. */
const MOST_FAULTS = 5

/** The message, and what was decrypted, against the official schemas. A schema vouches for no bytes, so nothing here is trusted by it. */
export const messageFitsSchema: CheckOf<ResponseSubject, 'saml.schema'> = {
  code: 'saml.schema',
  run({ documents, context: { schemaValidator } }) {
    if (schemaValidator === undefined) {
      return { kind: 'not-verified', trust: 'unverified', detail: 'The schemas were not consulted.' }
    }
    for (const document of documents) {
      const faults =
        document.root.parent === null
          ? schemaValidator.validate(document.source, 'protocol')
          : schemaValidator.validate(standingAlone(document), 'assertion')
      if (faults[0] !== undefined) {
        const place = placeOfFault(document, faults[0])
        const at = { place: () => place }
        const actual = faults.slice(0, MOST_FAULTS).map(({ message }) => message)
        return { kind: 'fault', code: 'saml.schema.invalid', trust: 'unverified', at, actual: actual.join('\n') }
      }
    }
    return { kind: 'passed', trust: 'verified' }
  },
}

/**
 * The engine gives a line and the element's name in its words; the line is where the start tag ends. So: the last such element that
 * begins there or before, or the first of several in one line.
 */
function placeOfFault(document: XmlDocument, { message, line }: SchemaFault): Place {
  const local = /^Element '(?:[^':]*:)?([^':]+)'/.exec(message)?.[1]
  const inDocument = line + (document.root.parent === null ? 0 : placeOf(document.root).line - 1)
  const places = descendantsOf(document.root)
    .filter((element) => element.local === local)
    .map((element) => placeOf(element))
  const before = places.filter((place) => place.line <= inDocument)
  const nearest = before.at(-1)?.line
  return before.find((place) => place.line === nearest) ?? { ...placeOf(document.root), line: inDocument, column: 1 }
}

/** What was decrypted may use prefixes declared around it: inclusive canonical form brings them along. */
const standingAlone = ({ root }: XmlDocument) =>
  canonicalize(root, { method: 'inclusive', withComments: false, inclusivePrefixes: [] })
