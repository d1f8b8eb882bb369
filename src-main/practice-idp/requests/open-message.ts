import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import { type DecodedRedirect, decodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import type { XmlDocument } from '#main/xml/tree/xml-tree.ts'
import { RequestRefused } from './request-refused.ts'

/** A request as it came in, by whichever binding. */
export interface OpenedMessage {
  readonly document: XmlDocument
  readonly relayState: string | null
  /** Signature of the query; undefined for HTTP-POST, where it stands in the XML. */
  readonly querySignature: DecodedRedirect['signature'] | undefined
}

/** @param query exactly as received: its signature is over these octets */
export function openRedirect(query: string): OpenedMessage {
  const { kind, message } = openAnyRedirect(query)
  if (kind !== 'SAMLRequest') throw new RequestRefused('message-missing', { received: kind })
  return message
}

/** A request or a response. */
export function openAnyRedirect(query: string): { kind: DecodedRedirect['kind']; message: OpenedMessage } {
  const { kind, xml, relayState, signature } = decoding(() => decodeRedirect(query))
  return { kind, message: { document: parse(xml), relayState, querySignature: signature } }
}

export function openPost(form: { SAMLRequest?: string | undefined; RelayState?: string | undefined }): OpenedMessage {
  const { SAMLRequest, RelayState } = form
  if (SAMLRequest === undefined) throw new RequestRefused('message-missing')
  return openField(SAMLRequest, RelayState)
}

/** A request or a response, as a form's field holds it. */
export function openField(field: string, relayState: string | undefined): OpenedMessage {
  const xml = decoding(() => decodePost(field))
  return { document: parse(xml), relayState: relayState ?? null, querySignature: undefined }
}

function decoding<T>(decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    if (!(error instanceof BindingRefused)) throw error
    const { reason } = error
    const missing = reason === 'empty' || reason === 'message-missing'
    const refusal = missing ? 'message-missing' : reason === 'too-large' ? 'message-too-large' : 'message-garbled'
    throw new RequestRefused(refusal, { problem: reason }, { cause: error })
  }
}

function parse(xml: Uint8Array): XmlDocument {
  try {
    return parseXml(xml, messageLimits)
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error
    const place = `line ${error.line}, column ${error.column}`
    throw new RequestRefused('not-xml', { problem: error.detail, place }, { cause: error })
  }
}
