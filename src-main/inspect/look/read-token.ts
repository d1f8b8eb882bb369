/** Longer than any provider makes them, overage and all. */
const LONGEST = 500_000

/**
 * A token in compact serialization (RFC 7515 §7.1, RFC 7516 §7.1), also behind `Bearer`. Only the header has to be readable:
 * what else is wrong with it is for its judge to say.
 */
export function readToken(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const [, token = '', header = ''] =
    /^(?:(?:authorization:\s*)?bearer\s+)?(([\w-]{4,})(?:\.[\w-]*){2,4})$/i.exec(text) ?? []
  const parsed = token === '' ? undefined : parse(Buffer.from(header, 'base64url').toString('utf8'))
  return typeof parsed === 'object' && parsed !== null && ('alg' in parsed || 'enc' in parsed) ? token : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
