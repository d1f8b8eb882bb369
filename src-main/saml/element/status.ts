import type { ElementView } from '#main/xml/tree/element-view.ts'
import { SAMLP } from '../namespaces.ts'

/** samlp:Status (SAML Core §3.2.2). */
export interface StatusElement {
  readonly view: ElementView
  /** Top-level code first, then the nested ones, then whatever stands beside them. */
  readonly codes: readonly string[]
  readonly message: string | undefined
}

export function readStatus(view: ElementView): StatusElement {
  return {
    view,
    codes: nestedCodes(view),
    message: view.children(SAMLP, 'StatusMessage')[0]?.text().trim(),
  }
}

const nestedCodes = (view: ElementView): string[] =>
  view.children(SAMLP, 'StatusCode').flatMap((code) => [code.attribute('Value') ?? '', ...nestedCodes(code)])
