import { descendantsOf } from '../tree/query.ts'
import type { XmlDocument, XmlElement } from '../tree/xml-tree.ts'

/**
 * Every value that any reader could take for an identifier: attributes called ID, Id or id in whatever namespace.
 * A value that two elements share could be read as either, so it identifies nothing.
 */
export type Identifiers = ReadonlyMap<string, readonly XmlElement[]>

export function collectIdentifiers(...documents: readonly XmlDocument[]): Identifiers {
  const identifiers = new Map<string, XmlElement[]>()
  for (const element of documents.flatMap(({ root }) => descendantsOf(root))) {
    for (const { local, value } of element.attributes) {
      if (local !== 'ID' && local.toLowerCase() !== 'id') continue
      const holders = identifiers.get(value)
      if (holders === undefined) identifiers.set(value, [element])
      else holders.push(element)
    }
  }
  return identifiers
}
