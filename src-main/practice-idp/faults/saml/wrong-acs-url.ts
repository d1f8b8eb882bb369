import type { SamlFault } from '../fault.ts'

/** A name that never exists (RFC 6761 §6.4). */
const NOWHERE = 'https://app.invalid/saml/acs'

export const wrongAcsUrl: SamlFault = { postsTo: () => NOWHERE }
