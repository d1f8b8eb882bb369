import type { CheckOf } from '../finding/outcome.ts'
import { at, type EntitySubject, trust } from './entity-context.ts'

const isSha1 = (uri: string) => /#(?:rsa|dsa|ecdsa)-sha1$/.test(uri)
/** RSAES-PKCS1-v1_5 for keys, Triple DES for content; CBC alone is common, and so not said here. */
const outdated = new Set(['http://www.w3.org/2001/04/xmlenc#tripledes-cbc', 'http://www.w3.org/2001/04/xmlenc#rsa-1_5'])

/** alg:SigningMethod of entity and roles, EncryptionMethod of keys. */
export const algorithmsAreCurrent: CheckOf<EntitySubject, 'metadata.algorithms'> = {
  code: 'metadata.algorithms',
  run({ entity }) {
    const roles = [...entity.identityProviders, ...entity.serviceProviders]
    const signing = [entity, ...roles].flatMap(({ algorithms }) => algorithms.filter(({ kind }) => kind === 'signing'))
    const [first] = signing
    if (first !== undefined && signing.every(({ algorithm }) => isSha1(algorithm))) {
      const actual = signing.map(({ algorithm }) => algorithm).join('\n')
      return { kind: 'fault', code: 'metadata.algorithms.signing-weak', trust, at: at(first.element), actual }
    }
    const keys = roles.flatMap((role) => role.keys).filter(({ encryptionMethods }) => encryptionMethods.length > 0)
    const weak = keys.find(({ encryptionMethods }) => encryptionMethods.every((uri) => outdated.has(uri)))
    if (weak !== undefined) {
      const actual = weak.encryptionMethods.join('\n')
      return { kind: 'fault', code: 'metadata.algorithms.encryption-weak', trust, at: at(weak.element), actual }
    }
    const named = [
      ...signing.map(({ algorithm }) => algorithm),
      ...keys.flatMap(({ encryptionMethods }) => encryptionMethods),
    ]
    const actual = [...new Set(named)].join('\n')
    return { kind: 'passed', trust, at: at(entity.element), ...(actual !== '' && { actual }) }
  },
}
