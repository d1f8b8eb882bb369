import type { AttributeElement } from '#main/saml/element/attribute.ts'
import type { Leaf } from '#main/saml/element/leaf.ts'

/** What arrived for one member of the profile. */
export interface Claim {
  /** Every attribute under the first mapped name that is there at all. */
  readonly attributes: readonly AttributeElement[]
  /** Their values that are not empty, each once. */
  readonly values: readonly Leaf[]
}

/** @param names attribute names to try, in order; the first that is there counts, so that one source decides */
export function readClaim(attributes: readonly AttributeElement[], names: readonly string[]): Claim {
  for (const name of names) {
    const found = attributes.filter((attribute) => attribute.name === name)
    if (found.length > 0) return { attributes: found, values: distinct(found.flatMap(({ values }) => values)) }
  }
  return { attributes: [], values: [] }
}

function distinct(leaves: readonly Leaf[]): Leaf[] {
  const seen = new Set<string>()
  return leaves.filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value))
}
