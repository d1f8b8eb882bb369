import { MOST_PARTS } from '#main/checks/gate/open-encrypted.ts'
import { readAssertion } from '#main/saml/element/assertion.ts'
import { SAML } from '#main/saml/namespaces.ts'
import { OpenedElements } from '#main/xml/encryption/opened-elements.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import { childElements } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { InspectedPart } from '#shared/model/inspection.ts'
import type { InspectionContext } from '../inspection-context.ts'
import { assertionFacts } from './assertion-facts.ts'
import { makeThing } from './thing.ts'

export interface Opened {
  /** Reads what was opened in its place. */
  readonly view: UnverifiedElement
  readonly parts: readonly InspectedPart[]
}

/** Opens the encrypted assertions of a response, here on this machine, and shows each for itself. */
export function openSealed(response: XmlElement, { serviceProvider }: InspectionContext): Opened {
  const elements = new OpenedElements(serviceProvider.decryptionKeys, messageLimits)
  const containers =
    response.local === 'EncryptedAssertion' ? [response] : childElements(response, SAML, 'EncryptedAssertion')
  const parts =
    serviceProvider.decryptionKeys.length === 0
      ? []
      : containers.slice(0, MOST_PARTS).flatMap((container) => open(container, elements))
  return { view: new UnverifiedElement(response, elements), parts }
}

function open(container: XmlElement, elements: OpenedElements): InspectedPart[] {
  const decryption = elements.open(container)
  if (decryption.kind === 'failed') return []
  const { root, source, name } = decryption.document
  const isAssertion = root.namespace === SAML && root.local === 'Assertion'
  const thing = makeThing(
    { layers: [], fields: [] },
    {
      kind: isAssertion ? 'saml-assertion' : 'other-xml',
      facts: isAssertion ? assertionFacts(readAssertion(new UnverifiedElement(root))) : [],
      text: { language: 'xml', content: source },
    },
  )
  return [{ ...thing, place: name }]
}
