import type { ReadEntity } from '#main/saml/metadata/read-entity.ts'
import { MD } from '#main/saml/namespaces.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { Fault, Passed } from '../finding/outcome.ts'
import { at, trust } from './entity-context.ts'

/** A sign-in page that came instead of metadata often does not even parse as XML. */
export const looksLikeWebPage = (text: string) =>
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 4_000))

/** SAML Metadata §2.3. */
export function judgeDocumentKind(
  root: XmlElement,
  entities: readonly ReadEntity[],
): Passed | Fault<FaultCode<'metadata.document'>> {
  const actual = `${root.name} {${root.namespace}}`
  if (root.namespace !== MD || !/^Entit(?:y|ies)Descriptor$/.test(root.local)) {
    const code = root.local.toLowerCase() === 'html' ? 'metadata.document.web-page' : 'metadata.document.other-xml'
    return { kind: 'fault', code, trust, at: at(root), expected: `md:EntityDescriptor {${MD}}`, actual }
  }
  if (entities.length === 0) return { kind: 'fault', code: 'metadata.document.no-entity', trust, at: at(root), actual }
  return { kind: 'passed', trust, at: at(root) }
}
