import type { ElementView } from '#main/xml/tree/element-view.ts'
import { SAML, SAMLP } from '../namespaces.ts'
import { type Leaf, readOptionalLeaf } from './leaf.ts'
import { readStatus, type StatusElement } from './status.ts'

/** samlp:Response without its assertions (SAML Core §3.3.3). Nothing is judged here. */
export interface ResponseElement<View extends ElementView = ElementView> {
  readonly view: View
  readonly id: string | undefined
  readonly version: string | undefined
  readonly issueInstant: string | undefined
  readonly destination: string | undefined
  readonly inResponseTo: string | undefined
  readonly issuer: Leaf | undefined
  readonly statuses: readonly StatusElement[]
}

export function readResponse<View extends ElementView>(view: View): ResponseElement<View> {
  return {
    view,
    id: view.attribute('ID'),
    version: view.attribute('Version'),
    issueInstant: view.attribute('IssueInstant'),
    destination: view.attribute('Destination'),
    inResponseTo: view.attribute('InResponseTo'),
    issuer: readOptionalLeaf(view.children(SAML, 'Issuer')),
    statuses: view.children(SAMLP, 'Status').map(readStatus),
  }
}
