import { SAML, SAMLP } from '#main/saml/namespaces.ts'
import { DS } from '#main/xml/signature/namespaces.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'

/** Where the elements stand that decide a login. */
export interface Placement {
  /** Assertion or EncryptedAssertion where one may be. */
  readonly assertions: readonly XmlElement[]
  /** Assertions, or whole responses, anywhere else. */
  readonly misplaced: readonly XmlElement[]
  /** Right name, wrong namespace. */
  readonly lookAlikes: readonly XmlElement[]
  /** Every ds:Signature outside Advice. */
  readonly signatures: readonly XmlElement[]
}

const home: ReadonlyMap<string, string> = new Map([
  ['Response', SAMLP],
  ['Assertion', SAML],
  ['EncryptedAssertion', SAML],
  ['Signature', DS],
])

const isSaml = ({ local, namespace }: XmlElement, name: string) => local === name && namespace === SAML

/**
 * One walk over everything below a response or a decrypted assertion. What is inside an assertion's Advice is that
 * assertion's own affair: nothing is ever read from there (SAML Core §2.6.1).
 */
export function placeElements(root: XmlElement): Placement {
  const assertions: XmlElement[] = root.local === 'Response' ? [] : [root]
  const misplaced: XmlElement[] = []
  const lookAlikes: XmlElement[] = []
  const signatures: XmlElement[] = []
  const place = (element: XmlElement, inAdvice: boolean): void => {
    const namespace = home.get(element.local)
    if (namespace === undefined) return
    if (element.namespace !== namespace) lookAlikes.push(element)
    else if (element.local === 'Signature') {
      if (!inAdvice) signatures.push(element)
    } else if (element.local === 'Response') misplaced.push(element)
    else if (element.parent === root && root.local === 'Response') assertions.push(element)
    else if (!inAdvice) misplaced.push(element)
  }
  const visit = (parent: XmlElement, inAdvice: boolean): void => {
    for (const child of parent.children) {
      if (child.kind !== 'element') continue
      place(child, inAdvice)
      visit(child, inAdvice || isAdvice(child, parent))
    }
  }
  const isAdvice = (child: XmlElement, parent: XmlElement) =>
    isSaml(child, 'Advice') && isSaml(parent, 'Assertion') && (parent === root || parent.parent === root)
  visit(root, false)
  return { assertions, misplaced, lookAlikes, signatures }
}
