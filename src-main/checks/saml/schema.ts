import { canonicalize } from '#main/xml/canonicalize/canonicalize.ts'
import { placeOf } from '#main/xml/tree/place.ts'
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
        const { line } = faults[0]
        const at = { place: () => ({ ...placeOf(document.root), line, column: 1 }) }
        const actual = faults.slice(0, MOST_FAULTS).map(({ message }) => message)
        return { kind: 'fault', code: 'saml.schema.invalid', trust: 'unverified', at, actual: actual.join('\n') }
      }
    }
    return { kind: 'passed', trust: 'verified' }
  },
}

/** What was decrypted may use prefixes declared around it: inclusive canonical form brings them along. */
const standingAlone = ({ root }: XmlDocument) =>
  canonicalize(root, { method: 'inclusive', withComments: false, inclusivePrefixes: [] })
