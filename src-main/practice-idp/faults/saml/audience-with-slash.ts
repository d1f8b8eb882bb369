import { changing, type SamlFault } from '../fault.ts'

/** Entity IDs are compared character for character (SAML Core §1.3.2). */
export const audienceWithSlash: SamlFault = {
  response: changing((assertion) => {
    const { conditions } = assertion
    if (conditions === undefined) return assertion
    return { ...assertion, conditions: { ...conditions, audiences: conditions.audiences.map((name) => `${name}/`) } }
  }),
}
