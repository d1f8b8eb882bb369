import type { Schema } from './document-shape.ts'

/** One line of a table: `config.idpSsoUrl`, `string (uri)`, whether it must be there. */
export interface Field {
  readonly name: string
  readonly type: string
  readonly required: boolean
}

const DEEPEST = 4

/** What an object holds, flattened; where it is one of several, the members of each. */
export function schemaFields(schema: Schema, prefix = '', depth = 0): Field[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => [
    { name: `${prefix}${name}`, type: schemaType(member), required: schema.required?.includes(name) ?? false },
    ...(depth < DEEPEST ? membersOf(member, `${prefix}${name}`, depth + 1) : []),
  ])
  const inBranches = branches(schema).flatMap((branch) => schemaFields(branch, prefix, depth))
  const seen = new Set<string>()
  return [...own, ...inBranches].filter(({ name }) => !seen.has(name) && seen.add(name))
}

const membersOf = (schema: Schema, name: string, depth: number): Field[] => {
  if (schema.items !== undefined) return schemaFields(schema.items, `${name}[].`, depth)
  return schemaFields(schema, `${name}.`, depth)
}

const branches = (schema: Schema) => [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]

export function schemaType(schema: Schema): string {
  const alternatives = branches(schema)
  if (alternatives.length > 0) return [...new Set(alternatives.map(schemaType))].join(' or ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' or ')
  if (schema.type === 'array') return `list of ${schemaType(schema.items ?? {})}`
  const kind = [schema.type ?? 'anything'].flat().join(' or ')
  return schema.format === undefined ? kind : `${kind} (${schema.format})`
}
