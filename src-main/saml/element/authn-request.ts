import type { ElementView } from '#main/xml/tree/element-view.ts'
import { SAML, SAMLP } from '../namespaces.ts'
import { type Leaf, readOptionalLeaf } from './leaf.ts'

/** samlp:AuthnRequest (SAML Core §3.4.1), as written. Nothing is judged here. */
export interface AuthnRequestElement {
  readonly view: ElementView
  readonly id: string | undefined
  readonly version: string | undefined
  readonly issueInstant: string | undefined
  readonly destination: string | undefined
  readonly issuer: Leaf | undefined
  readonly acsUrl: string | undefined
  readonly acsIndex: string | undefined
  readonly protocolBinding: string | undefined
  readonly forceAuthn: boolean
  readonly isPassive: boolean
  readonly nameIdFormat: string | undefined
  /** Class references of RequestedAuthnContext where the comparison is exact, as it is by default (§3.3.2.2.1). */
  readonly exactContexts: readonly string[]
}

export function readAuthnRequest(view: ElementView): AuthnRequestElement {
  return {
    view,
    id: view.attribute('ID'),
    version: view.attribute('Version'),
    issueInstant: view.attribute('IssueInstant'),
    destination: view.attribute('Destination'),
    issuer: readOptionalLeaf(view.children(SAML, 'Issuer')),
    acsUrl: view.attribute('AssertionConsumerServiceURL'),
    acsIndex: view.attribute('AssertionConsumerServiceIndex'),
    protocolBinding: view.attribute('ProtocolBinding'),
    forceAuthn: isTrue(view.attribute('ForceAuthn')),
    isPassive: isTrue(view.attribute('IsPassive')),
    nameIdFormat: view.children(SAMLP, 'NameIDPolicy')[0]?.attribute('Format'),
    exactContexts: view
      .children(SAMLP, 'RequestedAuthnContext')
      .filter((context) => (context.attribute('Comparison') ?? 'exact') === 'exact')
      .flatMap((context) => context.children(SAML, 'AuthnContextClassRef').map((reference) => reference.text().trim())),
  }
}

const isTrue = (text: string | undefined) => text === 'true' || text === '1'
