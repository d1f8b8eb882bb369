import type { CheckOf } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

const format = (version: string, name: string) => `urn:oasis:names:tc:SAML:${version}:nameid-format:${name}`

/** SAML Core §8.3. */
const known = [
  ...['unspecified', 'emailAddress', 'X509SubjectName', 'WindowsDomainQualifiedName'].map((name) =>
    format('1.1', name),
  ),
  ...['kerberos', 'entity', 'persistent', 'transient'].map((name) => format('2.0', name)),
]
const byName = new Map(known.map((uri) => [uri.slice(uri.lastIndexOf(':') + 1).toLowerCase(), uri]))

/** What another product calls its own is its business; a slip in the standard's names is not. */
export const nameIdFormatsAreKnown: CheckOf<EntitySubject, 'metadata.name-id'> = {
  code: 'metadata.name-id',
  run({ entity }) {
    const roles = [...entity.identityProviders, ...entity.serviceProviders]
    const formats = roles.flatMap(({ nameIdFormats }) => nameIdFormats)
    const [first] = formats
    if (first === undefined)
      return { kind: 'fault', code: 'metadata.name-id.none', trust, at: at((roles[0] ?? entity).element) }
    for (const { value, element } of formats) {
      const expected = byName.get(value.slice(value.lastIndexOf(':') + 1).toLowerCase())
      const isStandards = /^urn:oasis:names:tc:saml:/i.test(value) || !value.includes(':')
      if (isStandards && expected !== undefined && value !== expected)
        return { kind: 'fault', code: 'metadata.name-id.misspelt', trust, at: at(element), expected, actual: value }
    }
    return { kind: 'passed', trust, at: at(first.element), actual: formats.map(({ value }) => value).join('\n') }
  },
}
