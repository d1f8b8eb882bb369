import type { CheckOf } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

const noApplication = { kind: 'not-verified', trust, detail: 'The entity is no service provider.' } as const

/** SAML Metadata §2.4.4.1. */
export const requestedAttributesAreClear: CheckOf<EntitySubject, 'metadata.requested-attributes'> = {
  code: 'metadata.requested-attributes',
  run({ entity }) {
    const [role] = entity.serviceProviders
    if (role === undefined) return noApplication
    for (const { requestedAttributes } of role.attributeConsumingServices) {
      const seen = new Set<string>()
      for (const { element, name } of requestedAttributes) {
        if (seen.has(name))
          return { kind: 'fault', code: 'metadata.requested-attributes.repeated', trust, at: at(element), actual: name }
        seen.add(name)
      }
    }
    const asked = role.attributeConsumingServices.flatMap((service) => service.requestedAttributes)
    if (asked[0] === undefined)
      return { kind: 'fault', code: 'metadata.requested-attributes.none', trust, at: at(role.element) }
    const actual = asked.map(
      ({ name, friendlyName, isRequired }) => `${friendlyName ?? name}${isRequired ? ' (required)' : ''}`,
    )
    return { kind: 'passed', trust, at: at(asked[0].element), actual: actual.join('\n') }
  },
}

/** SAML Metadata §2.4.4. */
export const assertionsAreWantedSigned: CheckOf<EntitySubject, 'metadata.assertions-signed'> = {
  code: 'metadata.assertions-signed',
  run({ entity }) {
    const [role] = entity.serviceProviders
    if (role === undefined) return noApplication
    if (role.wantAssertionsSigned === true) return { kind: 'passed', trust, at: at(role.element) }
    return { kind: 'fault', code: 'metadata.assertions-signed.not-wanted', trust, at: at(role.element) }
  },
}
