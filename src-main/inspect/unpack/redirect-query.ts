const before = /(?:^|[?&\s])(?=SAML(?:Response|Request)=)/
const query = /^[^?#\s]*$/

/**
 * The query of the address that a message travelled in, exactly as it stands in the text: an address, a query alone, the first
 * line of an HTTP request. A signature over it was made over these very octets (SAML Bindings §3.4.4.1).
 * @returns without question mark and fragment; undefined where there is no such message
 */
export function redirectQuery(text: string): string | undefined {
  const found = before.exec(text)
  if (found === null) return undefined
  const message = found.index + found[0].length
  const start = text.slice(0, message).search(/[^?\s]*$/)
  const end = text.slice(message).search(/[#\s]|$/)
  const whole = text.slice(start, message + end)
  return query.test(whole) ? whole : undefined
}
