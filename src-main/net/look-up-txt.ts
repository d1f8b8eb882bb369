import { Resolver } from 'node:dns/promises'

/** What the DNS says of TXT records under a name. */
export type TxtAnswer =
  /** Each record as one text. */
  | { readonly kind: 'found'; readonly texts: readonly string[] }
  /** The name or the record does not exist: a definite answer. */
  | { readonly kind: 'absent' }
  /** Nobody answered, or with a failure: says nothing of the record. */
  | { readonly kind: 'failed'; readonly detail: string }

/** A port: tests and installations behind a split DNS bring their own. */
export type LookUpTxt = (name: string) => Promise<TxtAnswer>

const TIMEOUT_MILLISECONDS = 5_000
const TRIES = 2
const absent = ['ENOTFOUND', 'ENODATA']

/** Asks the machine's own resolvers. A long record comes in parts of 255 octets that belong together (RFC 7208 §3.3). */
export const lookUpTxt: LookUpTxt = async (name) => {
  const resolver = new Resolver({ timeout: TIMEOUT_MILLISECONDS, tries: TRIES })
  try {
    return { kind: 'found', texts: (await resolver.resolveTxt(name)).map((parts) => parts.join('')) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EUNKNOWN'
    return absent.includes(code) ? { kind: 'absent' } : { kind: 'failed', detail: code }
  }
}
