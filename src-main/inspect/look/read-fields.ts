import type { Field, Shape } from './shape.ts'

/** More than any honest form or address has. */
const MOST_FIELDS = 200

/**
 * `name=value&…` with or without a question mark (WHATWG URL, application/x-www-form-urlencoded). In SAML messages a plus sign
 * is a digit of Base64, elsewhere a space.
 */
export function readForm(text: string): Field[] {
  return text
    .replace(/^[?#]/, '')
    .split('&', MOST_FIELDS)
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      const name = decode(at === -1 ? pair : pair.slice(0, at), true)
      return { name, value: at === -1 ? '' : decode(pair.slice(at + 1), !/^SAML(?:Request|Response)$/.test(name)) }
    })
}

function decode(text: string, plusIsSpace: boolean): string {
  const spaced = plusIsSpace ? text.replaceAll('+', ' ') : text
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}

/** `https://…`, or the address a custom scheme leads back to an application with. */
export function readAddress(text: string): Extract<Shape, { is: 'fields' }> | undefined {
  const [, address, query, fragment] = /^([a-z][a-z0-9+.-]*:\/{1,3}[^\s?#]*)(\?[^\s#]*)?(#\S*)?$/i.exec(text) ?? []
  if (address === undefined) return undefined
  return { is: 'fields', carrier: 'address', address, fields: [...readForm(query ?? ''), ...readForm(fragment ?? '')] }
}

const names =
  /^[?#]?(?:[^\s&=?#]+=[^\s&]*&)*(?:SAMLRequest|SAMLResponse|SAMLart|RelayState|code|state|error|id_token|access_token|client_id|grant_type|wresult|wa)=[^\s]*$/

/** A form body or query that has at least one field of a sign-in. */
export function readQuery(text: string): Extract<Shape, { is: 'fields' }> | undefined {
  return names.test(text) ? { is: 'fields', carrier: 'form', address: null, fields: readForm(text) } : undefined
}

/** The first line of an HTTP request, its fields in the address and in the body (RFC 9112 §3). */
export function readHttpMessage(text: string): Extract<Shape, { is: 'fields' }> | undefined {
  const [start, target] = /^(?:GET|POST|PUT|HEAD) (\S+)(?: HTTP\/[\d.]+)?[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  if (start === undefined || target === undefined) return undefined
  const host = /^host:[ \t]*(\S+)[ \t]*$/im.exec(text)?.[1]
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? []
  const end = /\r?\n\r?\n/.exec(text)
  const body = end === null ? '' : text.slice(end.index + end[0].length).trim()
  const inBody = readMultipart(body)?.fields ?? (/^[^\s=&]+=\S*$/.test(body) ? readForm(body) : [])
  const address = path.startsWith('/') && host !== undefined ? `https://${host}${path}` : path
  return { is: 'fields', carrier: 'http-message', address, fields: [...readForm(query), ...inBody] }
}

/** A multipart/form-data body (RFC 7578); files in it are left out. */
export function readMultipart(text: string): Extract<Shape, { is: 'fields' }> | undefined {
  const [boundary] = /^--[^\s]{1,70}(?=\r?\n)/.exec(text) ?? []
  if (boundary === undefined) return undefined
  const fields = text.split(boundary, MOST_FIELDS).flatMap((part) => {
    const [head, name] = /^\r?\ncontent-disposition:[ \t]*form-data;[ \t]*name="([^"\r\n]*)"/i.exec(part) ?? []
    const end = /\r?\n\r?\n/.exec(part)
    if (head === undefined || name === undefined || end === null) return []
    return [{ name, value: part.slice(end.index + end[0].length).replace(/\r?\n$/, '') }]
  })
  return fields.length === 0 ? undefined : { is: 'fields', carrier: 'multipart', address: null, fields }
}
