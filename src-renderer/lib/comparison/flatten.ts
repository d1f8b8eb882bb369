/**
 * Every leaf of a JSON value by its path, such as `config.idpSsoUrl` or `domains 2`: what can be put side by side.
 * @returns nothing for undefined; an empty list or object is a leaf
 */
export function flatten(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (value === undefined) return new Map()
  const members = membersOf(value)
  if (members.length === 0) return new Map([[path, textOf(value)]])
  const join = (name: string) => (path === '' ? name : Array.isArray(value) ? `${path} ${name}` : `${path}.${name}`)
  return new Map(members.flatMap(([name, member]) => [...flatten(member, join(name))]))
}

function membersOf(value: unknown): (readonly [name: string, value: unknown])[] {
  if (Array.isArray(value)) return value.map((member, index) => [String(index + 1), member])
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) || value === null) return 'none'
  return JSON.stringify(value)
}
