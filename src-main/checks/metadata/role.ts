import { SAMLP } from '#main/saml/namespaces.ts'
import type { CheckOf } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

/** SAML Metadata §2.4.1: the needed role, speaking SAML 2.0. */
export const entityHasRole: CheckOf<EntitySubject, 'metadata.role'> = {
  code: 'metadata.role',
  run({ entity, context }) {
    const { identityProviders, serviceProviders, element } = entity
    const here = at(element)
    if (context.role === 'idp' && identityProviders.length === 0 && serviceProviders.length > 0) {
      return {
        kind: 'fault',
        code: 'metadata.role.service-provider-given',
        trust,
        at: here,
        expected: 'IDPSSODescriptor',
        actual: 'SPSSODescriptor',
      }
    }
    if (context.role === 'sp' && serviceProviders.length === 0 && identityProviders.length > 0) {
      return {
        kind: 'fault',
        code: 'metadata.role.identity-provider-given',
        trust,
        at: here,
        expected: 'SPSSODescriptor',
        actual: 'IDPSSODescriptor',
      }
    }
    const roles = [...identityProviders, ...serviceProviders]
    if (roles[0] === undefined) return { kind: 'fault', code: 'metadata.role.none', trust, at: here }
    if (!roles.some(({ protocols }) => protocols.includes(SAMLP))) {
      const actual = roles.flatMap(({ protocols }) => protocols).join('\n')
      return { kind: 'fault', code: 'metadata.role.protocol', trust, at: at(roles[0].element), expected: SAMLP, actual }
    }
    return { kind: 'passed', trust, at: at(roles[0].element) }
  },
}
