import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { Fault } from '../finding/outcome.ts'
import { openXml } from '../gate/open-xml.ts'
import type { QuerySignature } from './query-signature.ts'

/** A message as it came: its XML, decoded from a form field; or the query of the address it travelled in, exactly as received. */
export type IncomingMessage =
  | { readonly kind: 'xml'; readonly xml: string | Uint8Array }
  | { readonly kind: 'redirect'; readonly query: string }

export type OpenedMessage =
  | {
      readonly kind: 'opened'
      readonly root: XmlElement
      readonly query: QuerySignature | null
      readonly relayState: string | null
    }
  | { readonly kind: 'not-xml'; readonly fault: Fault<FaultCode<'xml.document'>> }
  | { readonly kind: 'not-carried'; readonly actual: string }

export function openIncoming(incoming: IncomingMessage): OpenedMessage {
  if (incoming.kind === 'xml') return openDecoded(incoming.xml, null, null)
  try {
    const { xml, signature, relayState } = decodeRedirect(incoming.query)
    return openDecoded(xml, signature, relayState)
  } catch (error) {
    if (error instanceof BindingRefused) return { kind: 'not-carried', actual: error.reason }
    throw error
  }
}

function openDecoded(xml: string | Uint8Array, query: QuerySignature | null, relayState: string | null): OpenedMessage {
  const opened = openXml(xml, messageLimits)
  if (opened.kind === 'refused') return { kind: 'not-xml', fault: opened.fault }
  return { kind: 'opened', root: opened.document.root, query, relayState }
}
