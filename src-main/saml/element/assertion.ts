import type { ElementView } from '#main/xml/tree/element-view.ts'
import { SAML } from '../namespaces.ts'
import { type AttributeElement, readAttributes } from './attribute.ts'
import { type AuthnStatementElement, readAuthnStatement } from './authn-statement.ts'
import { type ConditionsElement, readConditions } from './conditions.ts'
import { type Leaf, readOptionalLeaf } from './leaf.ts'
import { readSubject, type SubjectElement } from './subject.ts'

/** saml:Assertion (SAML Core §2.3.3). Nothing is judged here. */
export interface AssertionElement<View extends ElementView = ElementView> {
  readonly view: View
  readonly id: string | undefined
  readonly version: string | undefined
  readonly issueInstant: string | undefined
  readonly issuer: Leaf | undefined
  readonly subjects: readonly SubjectElement[]
  readonly conditions: readonly ConditionsElement[]
  readonly authnStatements: readonly AuthnStatementElement[]
  readonly attributes: readonly AttributeElement[]
}

export function readAssertion<View extends ElementView>(view: View): AssertionElement<View> {
  return {
    view,
    id: view.attribute('ID'),
    version: view.attribute('Version'),
    issueInstant: view.attribute('IssueInstant'),
    issuer: readOptionalLeaf(view.children(SAML, 'Issuer')),
    subjects: view.children(SAML, 'Subject').map(readSubject),
    conditions: view.children(SAML, 'Conditions').map(readConditions),
    authnStatements: view.children(SAML, 'AuthnStatement').map(readAuthnStatement),
    attributes: readAttributes(view),
  }
}
