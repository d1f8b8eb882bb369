import type { CheckOf } from '../finding/outcome.ts'
import type { ResponseSubject } from '../reading/response-subject.ts'

/**
 * Where the policy demands encryption, what anybody could read is refused. Whether what is encrypted opens is found on the way
 * to it, so that there is nothing to say here then.
 */
export const assertionIsEncrypted: CheckOf<ResponseSubject, 'saml.encryption'> = {
  code: 'saml.encryption',
  run({ context, assertion, encrypted }) {
    if (!context.policy.requireEncryption || encrypted || assertion === undefined) return []
    return { kind: 'fault', code: 'saml.encryption.missing', trust: assertion.trust, at: assertion.element.view }
  },
}
