import type { CheckOf } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'
import { displayNameOf } from './summarise-entity.ts'

const HIDE_FROM_DISCOVERY = 'http://refeds.org/category/hide-from-discovery'

/** SAML Metadata Entity Attributes §2. */
export const entityAttributesAreUsual: CheckOf<EntitySubject, 'metadata.entity-attributes'> = {
  code: 'metadata.entity-attributes',
  run({ entity }) {
    const hidden = entity.entityAttributes.find(({ values }) => values.includes(HIDE_FROM_DISCOVERY))
    if (hidden !== undefined)
      return { kind: 'fault', code: 'metadata.entity-attributes.hidden', trust, at: at(hidden.element) }
    const actual = entity.entityAttributes.flatMap(({ name, values }) => values.map((value) => `${name} = ${value}`))
    return { kind: 'passed', trust, at: at(entity.element), ...(actual.length > 0 && { actual: actual.join('\n') }) }
  },
}

/** SAML Metadata §2.3.2.2. */
export const somebodyCanBeAsked: CheckOf<EntitySubject, 'metadata.contacts'> = {
  code: 'metadata.contacts',
  run({ entity }) {
    const bare = entity.contacts
      .flatMap(({ emailAddresses }) => emailAddresses)
      .find(({ value }) => value !== '' && !/^mailto:/i.test(value))
    if (bare !== undefined) {
      const expected = `mailto:${bare.value}`
      return {
        kind: 'fault',
        code: 'metadata.contacts.address',
        trust,
        at: at(bare.element),
        expected,
        actual: bare.value,
      }
    }
    const toAsk = entity.contacts.find(({ type }) => type === 'technical' || type === 'support')
    if (toAsk === undefined) return { kind: 'fault', code: 'metadata.contacts.missing', trust, at: at(entity.element) }
    return { kind: 'passed', trust, at: at(toAsk.element), ...(toAsk.name !== undefined && { actual: toAsk.name }) }
  },
}

/** SAML Metadata UI §2.1. */
export const peopleSeeAName: CheckOf<EntitySubject, 'metadata.user-interface'> = {
  code: 'metadata.user-interface',
  run({ entity }) {
    const logos = [...entity.identityProviders, ...entity.serviceProviders].flatMap(
      ({ userInterface }) => userInterface?.logos ?? [],
    )
    const open = logos.find(({ value }) => !/^(?:https:|data:)/i.test(value))
    if (open !== undefined)
      return { kind: 'fault', code: 'metadata.user-interface.logo', trust, at: at(open.element), actual: open.value }
    const name = displayNameOf(entity)
    if (name === undefined || name === '')
      return { kind: 'fault', code: 'metadata.user-interface.missing', trust, at: at(entity.element) }
    return { kind: 'passed', trust, at: at(entity.element), actual: name }
  },
}
