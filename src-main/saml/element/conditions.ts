import type { ElementView } from '#main/xml/tree/element-view.ts'
import { SAML } from '../namespaces.ts'
import { type Leaf, readLeaf } from './leaf.ts'

/** saml:Conditions (SAML Core §2.5). */
export interface ConditionsElement {
  readonly view: ElementView
  readonly notBefore: string | undefined
  readonly notOnOrAfter: string | undefined
  /** One list per AudienceRestriction: any of a list, all of the lists (§2.5.1.4). */
  readonly audienceRestrictions: readonly AudienceRestrictionElement[]
  readonly oneTimeUse: boolean
  readonly proxyRestriction: boolean
  /** Conditions this reader does not know: they may forbid anything (§2.5.1.1). */
  readonly unknown: readonly ElementView[]
}

export interface AudienceRestrictionElement {
  readonly view: ElementView
  readonly audiences: readonly Leaf[]
}

const known = new Set(['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'])

export function readConditions(view: ElementView): ConditionsElement {
  return {
    view,
    notBefore: view.attribute('NotBefore'),
    notOnOrAfter: view.attribute('NotOnOrAfter'),
    audienceRestrictions: view.children(SAML, 'AudienceRestriction').map((restriction) => ({
      view: restriction,
      audiences: restriction.children(SAML, 'Audience').map(readLeaf),
    })),
    oneTimeUse: view.children(SAML, 'OneTimeUse').length > 0,
    proxyRestriction: view.children(SAML, 'ProxyRestriction').length > 0,
    unknown: view.elements().filter((child) => child.namespace !== SAML || !known.has(child.local)),
  }
}
