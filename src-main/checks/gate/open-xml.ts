import type { ParseLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import type { XmlDocument } from '#main/xml/tree/xml-tree.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { Fault } from '../finding/outcome.ts'

export type OpenedXml =
  | { readonly kind: 'opened'; readonly document: XmlDocument }
  | { readonly kind: 'refused'; readonly fault: Fault<FaultCode<'xml.document'>> }

/** The strict parse as a finding: what is not XML is told from what is not SAML. */
export function openXml(input: string | Uint8Array, limits: ParseLimits): OpenedXml {
  try {
    return { kind: 'opened', document: parseXml(input, limits) }
  } catch (error) {
    if (error instanceof XmlRefused) return { kind: 'refused', fault: faultOf(error) }
    throw error
  }
}

function faultOf({ refusal, detail, line, column }: XmlRefused): Fault<FaultCode<'xml.document'>> {
  return {
    kind: 'fault',
    code: `xml.${refusal}`,
    trust: 'unverified',
    actual: detail,
    at: { place: () => ({ document: 'message', path: '/', line, column }) },
  }
}
