import type { ElementView } from '#main/xml/tree/element-view.ts'
import { SAML } from '../namespaces.ts'

/** saml:AuthnStatement (SAML Core §2.7.2). */
export interface AuthnStatementElement {
  readonly view: ElementView
  readonly authnInstant: string | undefined
  readonly sessionIndex: string | undefined
  readonly sessionNotOnOrAfter: string | undefined
  readonly contextClass: string | undefined
}

export function readAuthnStatement(view: ElementView): AuthnStatementElement {
  const context = view.children(SAML, 'AuthnContext')[0]
  return {
    view,
    authnInstant: view.attribute('AuthnInstant'),
    sessionIndex: view.attribute('SessionIndex'),
    sessionNotOnOrAfter: view.attribute('SessionNotOnOrAfter'),
    contextClass: context?.children(SAML, 'AuthnContextClassRef')[0]?.text().trim(),
  }
}
