import type { ElementView } from '#main/xml/tree/element-view.ts'
import { SAML } from '../namespaces.ts'
import { type Leaf, readLeaf } from './leaf.ts'

/** saml:NameID (SAML Core §2.2.2, §2.2.3). */
export interface NameIdElement extends Leaf {
  readonly format: string | undefined
  readonly nameQualifier: string | undefined
  readonly spNameQualifier: string | undefined
}

/** saml:SubjectConfirmation with its data (SAML Core §2.4.1.1, §2.4.1.2). */
export interface SubjectConfirmationElement {
  readonly view: ElementView
  readonly method: string | undefined
  /** Undefined where there is no SubjectConfirmationData. */
  readonly data: SubjectConfirmationData | undefined
}

export interface SubjectConfirmationData {
  readonly view: ElementView
  readonly recipient: string | undefined
  readonly notBefore: string | undefined
  readonly notOnOrAfter: string | undefined
  readonly inResponseTo: string | undefined
  readonly address: string | undefined
}

export interface SubjectElement {
  readonly view: ElementView
  readonly nameIds: readonly NameIdElement[]
  /** EncryptedID elements, not opened here. */
  readonly encryptedIds: readonly ElementView[]
  readonly confirmations: readonly SubjectConfirmationElement[]
}

export function readSubject(view: ElementView): SubjectElement {
  return {
    view,
    nameIds: view.children(SAML, 'NameID').map(readNameId),
    encryptedIds: view.children(SAML, 'EncryptedID'),
    confirmations: view.children(SAML, 'SubjectConfirmation').map(readConfirmation),
  }
}

function readNameId(view: ElementView): NameIdElement {
  return {
    ...readLeaf(view),
    format: view.attribute('Format'),
    nameQualifier: view.attribute('NameQualifier'),
    spNameQualifier: view.attribute('SPNameQualifier'),
  }
}

function readConfirmation(view: ElementView): SubjectConfirmationElement {
  const data = view.children(SAML, 'SubjectConfirmationData')[0]
  return { view, method: view.attribute('Method'), data: data && readConfirmationData(data) }
}

function readConfirmationData(view: ElementView): SubjectConfirmationData {
  return {
    view,
    recipient: view.attribute('Recipient'),
    notBefore: view.attribute('NotBefore'),
    notOnOrAfter: view.attribute('NotOnOrAfter'),
    inResponseTo: view.attribute('InResponseTo'),
    address: view.attribute('Address'),
  }
}
