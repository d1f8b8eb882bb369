import serialize from 'canonicalize'

/**
 * One text for one value, whatever the order of its members (RFC 8785).
 * @throws {TypeError} where the value has no JSON form: undefined, NaN, half a surrogate pair, a circle
 */
export function canonicalJson(value: unknown): string {
  const text = serializeOrRefuse(value)
  if (text === undefined) throw new TypeError('This value has no JSON form.')
  return text
}

function serializeOrRefuse(value: unknown): string | undefined {
  try {
    return serialize(value)
  } catch (cause) {
    throw new TypeError('This value has no JSON form.', { cause })
  }
}
