/** One request that was made for a login, and its answer. Secrets are masked: this is for the screen and the report. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Form fields of the request; null where it had no body. */
  readonly form: Readonly<Record<string, string>> | null
  /** Null where no answer came. */
  readonly answer: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    /** Tokens in it are masked; null where it is no text. */
    readonly body: string | null
  } | null
  /** Why no answer came. */
  readonly failure: string | null
}

const MASK = '••••••'
const secretFields = new Set(['client_secret', 'client_assertion', 'code_verifier', 'refresh_token', 'code', 'token'])
const secretMembers = /"(access_token|refresh_token|id_token|client_secret)"(\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$)/gs
/** As a form has them, which some providers answer with although RFC 6749 (5.1) asks for JSON, and as error pages repeat a request. */
const secretPairs = /\b(access_token|refresh_token|id_token|client_secret|client_assertion|code_verifier)=[^&\s"'<]+/g

export const maskForm = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...form].map(([name, value]) => [name, secretFields.has(name) ? MASK : value]))

export const maskHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const hidden = /^(?:authorization|cookie|set-cookie)$/i.test(name)
      return [name, hidden ? value.replace(/^(\S+\s)?[\s\S]*$/, (_whole, scheme = '') => `${scheme}${MASK}`) : value]
    }),
  )

export function maskBody(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('utf8')
  if (text.includes('\ufffd')) return null
  return text.replace(secretMembers, `"$1"$2"${MASK}"`).replace(secretPairs, `$1=${MASK}`)
}
