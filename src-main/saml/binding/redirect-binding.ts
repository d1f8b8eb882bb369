import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { BindingRefused } from './binding-refused.ts'
import { MESSAGE_LIMIT, type MessageKind } from './message-kind.ts'
import { type RedirectSigning, signatureMethodOf, signQuery } from './redirect-signature.ts'
import { decodeStrictBase64 } from './strict-base64.ts'

export interface RedirectMessage {
  readonly destination: string
  readonly kind: MessageKind
  readonly xml: string
  readonly relayState: string | null
  readonly signWith?: RedirectSigning | undefined
}

/** The address a browser is sent to, with the message in its query (SAML Bindings §3.4.4). */
export function encodeRedirect({ destination, kind, xml, relayState, signWith }: RedirectMessage): string {
  const message = deflateRawSync(Buffer.from(xml, 'utf8')).toString('base64')
  const parts = [`${kind}=${encodeURIComponent(message)}`]
  if (relayState !== null) parts.push(`RelayState=${encodeURIComponent(relayState)}`)
  if (signWith !== undefined) {
    parts.push(`SigAlg=${encodeURIComponent(signatureMethodOf(signWith))}`)
    const value = Buffer.from(signQuery(parts.join('&'), signWith)).toString('base64')
    parts.push(`Signature=${encodeURIComponent(value)}`)
  }
  return withQuery(destination, parts.join('&'))
}

/** An endpoint may have a query of its own (§3.4.3), and its fragment comes last. */
function withQuery(destination: string, query: string): string {
  const [address = '', fragment] = destination.split('#', 2)
  const join = address.includes('?') ? '&' : '?'
  return `${address}${join}${query}${fragment === undefined ? '' : `#${fragment}`}`
}

export interface DecodedRedirect {
  readonly kind: MessageKind
  /** Bytes of the message, nothing about them checked. */
  readonly xml: Uint8Array
  readonly relayState: string | null
  /** Null where neither SigAlg nor Signature is given; a half-given or garbled one has empty members and verifies nothing. */
  readonly signature: {
    readonly method: string
    readonly value: Uint8Array
    /** The very octets that were signed: the parameters as received, in the order §3.4.4.1 prescribes. */
    readonly signedQuery: string
  } | null
}

const DEFLATE = 'urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE'

/**
 * @param query with or without its question mark, exactly as received
 * @throws {BindingRefused}
 */
export function decodeRedirect(query: string): DecodedRedirect {
  const parameters = readParameters(query)
  const kind = parameters.has('SAMLRequest') ? 'SAMLRequest' : 'SAMLResponse'
  const message = parameters.get(kind)
  if (message === undefined) throw new BindingRefused('message-missing')
  const encoding = parameters.get('SAMLEncoding')
  if (encoding !== undefined && encoding.value !== DEFLATE) throw new BindingRefused('encoding-unknown')
  return {
    kind,
    xml: inflate(decodeStrictBase64(message.value)),
    relayState: parameters.get('RelayState')?.value ?? null,
    signature: readSignature(parameters, kind),
  }
}

interface Parameter {
  readonly value: string
  /** `name=value` as received: decoding and encoding again may yield other octets. */
  readonly raw: string
}

const KNOWN = new Set(['SAMLRequest', 'SAMLResponse', 'RelayState', 'SAMLEncoding', 'SigAlg', 'Signature'])

function readParameters(query: string): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>()
  for (const raw of query.replace(/^\?/, '').split('&')) {
    const [name = ''] = raw.split('=', 1)
    if (!KNOWN.has(name)) continue
    if (parameters.has(name)) throw new BindingRefused('parameter-repeated')
    parameters.set(name, { raw, value: decodeComponent(raw.slice(name.length + 1)) })
  }
  if (parameters.has('SAMLRequest') && parameters.has('SAMLResponse')) throw new BindingRefused('parameter-repeated')
  return parameters
}

function decodeComponent(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch (error) {
    throw new BindingRefused('not-url-encoded', { cause: error })
  }
}

function inflate(deflated: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(inflateRawSync(deflated, { maxOutputLength: MESSAGE_LIMIT }))
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new BindingRefused(tooLarge ? 'too-large' : 'not-deflated', { cause: error })
  }
}

function readSignature(parameters: ReadonlyMap<string, Parameter>, kind: MessageKind): DecodedRedirect['signature'] {
  const method = parameters.get('SigAlg')
  const value = parameters.get('Signature')
  if (method === undefined && value === undefined) return null
  const signed = [parameters.get(kind), parameters.get('RelayState'), method]
  return {
    method: method?.value ?? '',
    value: decodeValue(value?.value ?? ''),
    signedQuery: signed.flatMap((parameter) => (parameter === undefined ? [] : [parameter.raw])).join('&'),
  }
}

function decodeValue(value: string): Uint8Array {
  try {
    return decodeStrictBase64(value)
  } catch (error) {
    if (error instanceof BindingRefused) return new Uint8Array()
    throw error
  }
}
