import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'

/** A token, and what came in the same message. */
export interface UnpackedToken {
  readonly token: string
  readonly accessToken?: string
  readonly code?: string
}

/**
 * Finds the ID Token in what was copied from a browser, a log or a trace: a token as it is or behind “Bearer”, a token response in
 * JSON, an address, a query or a form body. What holds none comes back as it was given, for the judge to say so.
 */
export function unpackToken(input: Uint8Array): UnpackedToken {
  const text = Buffer.from(input).toString('latin1').trim()
  return fromTokenResponse(input) ?? fromForm(text) ?? { token: text.replace(/^(?:authorization:\s*)?bearer\s+/i, '') }
}

/** OpenID Connect Core §3.1.3.3. */
function fromTokenResponse(input: Uint8Array): UnpackedToken | undefined {
  const read = readJsonDocument(input, 'response')
  if (isRefusal(read) || read.duplicates.length > 0) return undefined
  const { id_token: token, access_token: accessToken } = read.object
  if (typeof token !== 'string') return undefined
  return { token, ...(typeof accessToken === 'string' ? { accessToken } : {}) }
}

/** OpenID Connect Core §3.2.2.5, §3.3.2.5, and the form of `response_mode=form_post`. */
function fromForm(text: string): UnpackedToken | undefined {
  const [, fields] = /(?:^|[?#])((?:[^?#\s]*&)?id_token=[^\s]*)$/.exec(text) ?? []
  if (fields === undefined) return undefined
  const form = new URLSearchParams(fields.replace(/#.*$/, ''))
  const [token, second] = form.getAll('id_token')
  if (token === undefined || second !== undefined) return undefined
  const [accessToken, code] = [form.get('access_token'), form.get('code')]
  return { token, ...(accessToken === null ? {} : { accessToken }), ...(code === null ? {} : { code }) }
}
