import { DS } from '#main/xml/signature/namespaces.ts'
import { attributeOf, childElements, textOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import { MD } from '../namespaces.ts'
import type { Placed } from './read-attributes.ts'

/** KeyDescriptor (SAML Metadata §2.4.1.1). */
export interface ReadKey {
  readonly element: XmlElement
  /** `signing` or `encryption`; for both where undefined. */
  readonly use: string | undefined
  /** Text of each ds:X509Certificate, white space dropped; whether it is a certificate is not known yet. */
  readonly certificates: readonly Placed<string>[]
  readonly encryptionMethods: readonly string[]
}

export function readKeys(role: XmlElement): ReadKey[] {
  return childElements(role, MD, 'KeyDescriptor').map((element) => ({
    element,
    use: attributeOf(element, 'use'),
    certificates: childElements(element, DS, 'KeyInfo')
      .flatMap((keyInfo) => childElements(keyInfo, DS, 'X509Data'))
      .flatMap((data) => childElements(data, DS, 'X509Certificate'))
      .map((certificate) => ({ value: textOf(certificate).replace(/\s+/g, ''), element: certificate })),
    encryptionMethods: childElements(element, MD, 'EncryptionMethod').map(
      (method) => attributeOf(method, 'Algorithm') ?? '',
    ),
  }))
}

/** A key without a use serves both. */
export const certificatesFor = (use: 'signing' | 'encryption', keys: readonly ReadKey[]): Placed<string>[] =>
  keys.filter((key) => key.use === undefined || key.use === use).flatMap(({ certificates }) => certificates)
