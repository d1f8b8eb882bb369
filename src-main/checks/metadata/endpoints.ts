import type { ReadEndpoint } from '#main/saml/metadata/read-endpoint.ts'
import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { CheckOf, Fault } from '../finding/outcome.ts'
import { judgeAddress } from './address.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

type Endpoints = 'metadata.single-sign-on' | 'metadata.assertion-consumer'

/** SAML Metadata §2.4.3. */
export const requestsCanBeSent: CheckOf<EntitySubject, 'metadata.single-sign-on'> = {
  code: 'metadata.single-sign-on',
  run({ entity }) {
    const [role] = entity.identityProviders
    if (role === undefined) return { kind: 'not-verified', trust, detail: 'The entity is no identity provider.' }
    const usable = role.singleSignOnServices.filter(
      ({ binding }) => binding === BINDING_REDIRECT || binding === BINDING_POST,
    )
    if (usable[0] === undefined) {
      const actual = role.singleSignOnServices.map(({ binding }) => binding).join('\n')
      return { kind: 'fault', code: 'metadata.single-sign-on.missing', trust, at: at(role.element), actual }
    }
    const fault = firstBadAddress('metadata.single-sign-on', usable)
    return fault ?? { kind: 'passed', trust, at: at(usable[0].element), actual: addresses(usable) }
  },
}

/** SAML Metadata §2.4.4. */
export const responsesCanBeDelivered: CheckOf<EntitySubject, 'metadata.assertion-consumer'> = {
  code: 'metadata.assertion-consumer',
  run({ entity }) {
    const [role] = entity.serviceProviders
    if (role === undefined) return { kind: 'not-verified', trust, detail: 'The entity is no service provider.' }
    const usable = role.assertionConsumerServices.filter(({ binding }) => binding === BINDING_POST)
    if (usable[0] === undefined)
      return { kind: 'fault', code: 'metadata.assertion-consumer.missing', trust, at: at(role.element) }
    const fault = firstBadAddress('metadata.assertion-consumer', usable)
    return fault ?? { kind: 'passed', trust, at: at(usable[0].element), actual: addresses(usable) }
  },
}

const addresses = (endpoints: readonly ReadEndpoint[]) =>
  [...new Set(endpoints.map(({ location }) => location))].join('\n')

function firstBadAddress<Code extends Endpoints>(code: Code, endpoints: readonly ReadEndpoint[]) {
  for (const { element, location = '' } of endpoints) {
    const found = judgeAddress(location)
    if (found !== 'fits') {
      const fault = {
        kind: 'fault',
        code: `${code}.${found}`,
        trust,
        at: at(element),
        expected: 'https://…',
        actual: location,
      }
      return fault as unknown as Fault<FaultCode<Code>>
    }
  }
  return undefined
}
