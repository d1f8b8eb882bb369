import type { CheckOf } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

export const logoutIsOffered: CheckOf<EntitySubject, 'metadata.single-logout'> = {
  code: 'metadata.single-logout',
  run({ entity }) {
    const role = entity.identityProviders[0] ?? entity.serviceProviders[0]
    const [service] = role?.singleLogoutServices ?? []
    if (service === undefined)
      return { kind: 'fault', code: 'metadata.single-logout.missing', trust, at: at((role ?? entity).element) }
    return { kind: 'passed', trust, at: at(service.element), actual: service.location }
  },
}

export const requestsNeedNoSignature: CheckOf<EntitySubject, 'metadata.requests-signed'> = {
  code: 'metadata.requests-signed',
  run({ entity }) {
    const [role] = entity.identityProviders
    if (role === undefined) return { kind: 'not-verified', trust, detail: 'The entity is no identity provider.' }
    if (role.wantAuthnRequestsSigned)
      return { kind: 'fault', code: 'metadata.requests-signed.wanted', trust, at: at(role.element) }
    return { kind: 'passed', trust, at: at(role.element) }
  },
}
