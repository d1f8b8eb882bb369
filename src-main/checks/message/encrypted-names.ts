import { SAML } from '#main/saml/namespaces.ts'
import { childElements } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'

/** A request to sign out names one user, encrypted or not (SAML Core §3.7.1). */
export const encryptedNames = (root: XmlElement): XmlElement[] => childElements(root, SAML, 'EncryptedID').slice(0, 1)
