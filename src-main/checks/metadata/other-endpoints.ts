import type { ReadEndpoint } from '#main/saml/metadata/read-endpoint.ts'
import type { ReadIdentityProvider, ReadServiceProvider } from '#main/saml/metadata/read-role.ts'
import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { CheckOf, Fault } from '../finding/outcome.ts'
import { judgeAddress } from './address.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

type EndpointFault = Fault<FaultCode<'metadata.endpoints'>>

const BINDINGS = 'urn:oasis:names:tc:SAML:2.0:bindings'
/** SAML Bindings §3, HTTP-POST-SimpleSign, and what Shibboleth still writes for SAML 1. */
const knownBindings = new Set([
  ...['SOAP', 'PAOS', 'HTTP-Redirect', 'HTTP-POST', 'HTTP-POST-SimpleSign', 'HTTP-Artifact', 'URI'].map(
    (name) => `${BINDINGS}:${name}`,
  ),
  'urn:oasis:names:tc:SAML:1.0:bindings:SOAP-binding',
  'urn:oasis:names:tc:SAML:1.0:profiles:browser-post',
  'urn:oasis:names:tc:SAML:1.0:profiles:artifact-01',
  'urn:mace:shibboleth:1.0:profiles:AuthnRequest',
])

interface Kind {
  readonly endpoints: readonly ReadEndpoint[]
  readonly isIndexed: boolean
  /** Addresses that a check of their own has judged. */
  readonly judged?: (binding: string | undefined) => boolean
}

/** Everything that is listed, beside whether a login can begin and end (SAML Metadata §2.2.2, §2.2.3). */
export const endpointsAreOrdered: CheckOf<EntitySubject, 'metadata.endpoints'> = {
  code: 'metadata.endpoints',
  run({ entity }) {
    const kinds = [...entity.identityProviders.flatMap(kindsOfIdp), ...entity.serviceProviders.flatMap(kindsOfSp)]
    const faults = kinds.flatMap(judgeKind)
    return faults.length > 0 ? faults : { kind: 'passed', trust, at: at(entity.element) }
  },
}

const shared = (role: ReadIdentityProvider | ReadServiceProvider): Kind[] => [
  { endpoints: role.artifactResolutionServices, isIndexed: true },
  { endpoints: role.singleLogoutServices, isIndexed: false },
  { endpoints: role.manageNameIdServices, isIndexed: false },
]
const kindsOfIdp = (role: ReadIdentityProvider): Kind[] => [
  {
    endpoints: role.singleSignOnServices,
    isIndexed: false,
    judged: (binding) => binding === BINDING_REDIRECT || binding === BINDING_POST,
  },
  ...shared(role),
]
const kindsOfSp = (role: ReadServiceProvider): Kind[] => [
  { endpoints: role.assertionConsumerServices, isIndexed: true, judged: (binding) => binding === BINDING_POST },
  ...shared(role),
]

function judgeKind({ endpoints, isIndexed, judged }: Kind): EndpointFault[] {
  const faults: EndpointFault[] = []
  const seen = { addresses: new Set<string>(), indexes: new Set<number>(), defaults: 0 }
  for (const endpoint of endpoints) {
    const { element, binding = '', location = '', responseLocation, index, isDefault } = endpoint
    const fault = (code: EndpointFault['code'], evidence: Partial<EndpointFault> = {}) =>
      faults.push({ kind: 'fault', trust, at: at(element), ...evidence, code })
    if (!knownBindings.has(binding)) fault('metadata.endpoints.unknown-binding', { actual: binding })
    const addresses = judged?.(endpoint.binding) ? [responseLocation] : [location, responseLocation]
    const bad = addresses.find((address) => address !== undefined && judgeAddress(address) !== 'fits')
    if (bad !== undefined) fault('metadata.endpoints.address', { expected: 'https://…', actual: bad })
    const address = `${binding} ${location}`
    if (seen.addresses.has(address)) fault('metadata.endpoints.repeated', { actual: location })
    seen.addresses.add(address)
    if (!isIndexed) continue
    if (index === undefined) fault('metadata.endpoints.index-missing', { actual: location })
    else if (seen.indexes.has(index)) fault('metadata.endpoints.index-shared', { actual: `index ${index}` })
    if (index !== undefined) seen.indexes.add(index)
    if (isDefault === true && seen.defaults++ === 1) fault('metadata.endpoints.several-defaults', { actual: location })
  }
  return faults
}
