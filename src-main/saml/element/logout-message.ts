import type { ElementView } from '#main/xml/tree/element-view.ts'
import { SAML, SAMLP } from '../namespaces.ts'
import { type Leaf, readLeaf, readOptionalLeaf } from './leaf.ts'
import { readStatus, type StatusElement } from './status.ts'

/** samlp:LogoutRequest or samlp:LogoutResponse (SAML Core §3.7), as written. Nothing is judged here. */
export interface LogoutMessageElement {
  readonly view: ElementView
  readonly kind: 'LogoutRequest' | 'LogoutResponse'
  readonly id: string | undefined
  readonly version: string | undefined
  readonly issueInstant: string | undefined
  readonly destination: string | undefined
  readonly issuer: Leaf | undefined
  /** Requests only. */
  readonly notOnOrAfter: string | undefined
  readonly nameIds: readonly Leaf[]
  readonly encryptedIds: readonly ElementView[]
  readonly sessionIndexes: readonly string[]
  /** Responses only. */
  readonly inResponseTo: string | undefined
  readonly status: StatusElement | undefined
}

export function readLogoutMessage(view: ElementView): LogoutMessageElement {
  const status = view.children(SAMLP, 'Status')[0]
  return {
    view,
    kind: view.local === 'LogoutRequest' ? 'LogoutRequest' : 'LogoutResponse',
    id: view.attribute('ID'),
    version: view.attribute('Version'),
    issueInstant: view.attribute('IssueInstant'),
    destination: view.attribute('Destination'),
    issuer: readOptionalLeaf(view.children(SAML, 'Issuer')),
    notOnOrAfter: view.attribute('NotOnOrAfter'),
    nameIds: view.children(SAML, 'NameID').map(readLeaf),
    encryptedIds: view.children(SAML, 'EncryptedID'),
    sessionIndexes: view.children(SAMLP, 'SessionIndex').map((index) => index.text().trim()),
    inResponseTo: view.attribute('InResponseTo'),
    status: status && readStatus(status),
  }
}
