export interface Callback {
  readonly url: string
  /** Its query may hold more than is asked for: an authorization response comes in it (RFC 6749 §4.1.2). */
  readonly anyQuery?: boolean
}

/** Whether a request goes to the callback. What differs in one character of the rest is another address. */
export function isCallback(address: string, { url, anyQuery = false }: Callback): boolean {
  if (!URL.canParse(address) || !URL.canParse(url)) return false
  const [asked, expected] = [new URL(address), new URL(url)]
  if (!anyQuery) return withoutFragment(asked) === withoutFragment(expected)
  if (withoutQuery(asked) !== withoutQuery(expected)) return false
  return [...expected.searchParams].every(([name, value]) => asked.searchParams.getAll(name).includes(value))
}

const withoutFragment = ({ href }: URL) => href.replace(/#.*$/s, '')
const withoutQuery = ({ href }: URL) => href.replace(/[?#].*$/s, '')
