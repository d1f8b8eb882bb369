import { childElements, textOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'

const XML = 'http://www.w3.org/XML/1998/namespace'

/** localizedNameType, localizedURIType (SAML Metadata §2.2.4, §2.2.5). */
export interface ReadLocalized {
  readonly element: XmlElement
  /** Undefined where the language is missing, which the schema forbids. */
  readonly language: string | undefined
  readonly value: string
}

export const readLocalized = (parent: XmlElement, namespace: string, local: string): ReadLocalized[] =>
  childElements(parent, namespace, local).map((element) => ({
    element,
    language: element.attributes.find(({ namespace: own, local: name }) => own === XML && name === 'lang')?.value,
    value: textOf(element).trim(),
  }))

/** English where there is a choice, else whatever comes first. */
export const preferredText = (texts: readonly ReadLocalized[]): string | undefined =>
  (texts.find(({ language }) => language !== undefined && /^en\b/i.test(language)) ?? texts[0])?.value
