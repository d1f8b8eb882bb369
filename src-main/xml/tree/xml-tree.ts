/**
 * The one tree everything is read from. It is built by one strict parse and never changed:
 * what is verified and what is read cannot differ.
 */
export type XmlNode = XmlElement | XmlText | XmlComment | XmlProcessingInstruction

export interface XmlElement {
  readonly kind: 'element'
  /** Qualified name as written, such as `saml2:Issuer`. */
  readonly name: string
  readonly prefix: string
  readonly local: string
  /** Namespace name; the empty string when in none. */
  readonly namespace: string
  /** Attributes in document order, namespace declarations left out. */
  readonly attributes: readonly XmlAttribute[]
  readonly declarations: readonly NamespaceDeclaration[]
  readonly children: readonly XmlNode[]
  readonly parent: XmlElement | null
  /** Index of the tag's `<` in the source, in UTF-16 code units. */
  readonly offset: number
  readonly document: XmlDocument
}

export interface XmlAttribute {
  readonly name: string
  readonly prefix: string
  readonly local: string
  readonly namespace: string
  readonly value: string
}

/** `xmlns:prefix="uri"`; the default namespace has the empty prefix. */
export interface NamespaceDeclaration {
  readonly prefix: string
  readonly uri: string
}

export interface XmlText {
  readonly kind: 'text'
  /** Character data with entities resolved; CDATA sections are text (Canonical XML 1.0 §2.1). */
  readonly value: string
}

export interface XmlComment {
  readonly kind: 'comment'
  readonly value: string
}

export interface XmlProcessingInstruction {
  readonly kind: 'processing-instruction'
  readonly target: string
  readonly data: string
}

export interface XmlDocument {
  readonly root: XmlElement
  /** The text that was parsed; offsets point into it. */
  readonly source: string
  /** What a finding's place calls it: `message`, `decrypted/1`. */
  readonly name: string
}
