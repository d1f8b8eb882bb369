import type { ReadKey } from '#main/saml/metadata/read-key.ts'
import type { ReadRole } from '#main/saml/metadata/read-role.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { CheckOf, Fault } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

type KeyFault = Fault<FaultCode<'metadata.keys'>>

/** SAML Metadata §2.4.1.1. */
export const keysAreDescribed: CheckOf<EntitySubject, 'metadata.keys'> = {
  code: 'metadata.keys',
  run({ entity }) {
    const roles = [...entity.identityProviders, ...entity.serviceProviders]
    const faults = roles.flatMap(judgeRole)
    return faults.length > 0 ? faults : { kind: 'passed', trust, at: at((roles[0] ?? entity).element) }
  },
}

function judgeRole({ keys }: ReadRole): KeyFault[] {
  const seen = new Set<string>()
  return keys.flatMap((key) => {
    const told = judgeKey(key)
    for (const { value, element } of key.certificates) {
      const once = `${key.use ?? ''} ${value}`
      if (seen.has(once)) told.push({ kind: 'fault', code: 'metadata.keys.repeated', trust, at: at(element) })
      seen.add(once)
    }
    return told
  })
}

function judgeKey({ element, use, certificates }: ReadKey): KeyFault[] {
  const faults: KeyFault[] = []
  const fault = (code: KeyFault['code'], evidence: Partial<KeyFault> = {}) =>
    faults.push({ kind: 'fault', trust, at: at(element), ...evidence, code })
  if (use === undefined) fault('metadata.keys.use-missing')
  else if (use !== 'signing' && use !== 'encryption')
    fault('metadata.keys.unknown-use', { expected: 'signing or encryption', actual: use })
  if (certificates.length === 0) fault('metadata.keys.no-certificate')
  return faults
}
