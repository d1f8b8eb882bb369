import type { PrivateKeyPresence } from '#shared/model/key-material.ts'
import type { CheckOf } from '../finding/outcome.ts'
import { type CertificateSubject, trust } from './each-certificate.ts'

/** Said before anything else: whoever pasted it may not know what it is. */
export const noPrivateKeyIsShown: CheckOf<CertificateSubject, 'certificate.private-key'> = {
  code: 'certificate.private-key',
  run({ material: { privateKeys, clothing } }) {
    if (privateKeys.length === 0) return { kind: 'passed', trust }
    const cameSealed = clothing.includes('pkcs12')
    return privateKeys.map((key) => ({
      kind: 'fault',
      code: key.isEncrypted || cameSealed ? 'certificate.private-key.sealed' : 'certificate.private-key.bare',
      trust,
      actual: describe(key),
    }))
  },
}

function describe({ facts, certificates }: PrivateKeyPresence): string {
  const kind =
    facts === null ? 'of a kind that cannot be told' : `${facts.keyType.toUpperCase()} ${facts.keyBits ?? ''}`
  const owner =
    certificates[0] === undefined ? 'of no certificate here' : `of the certificate …${certificates[0].slice(-8)}`
  return `private key, ${kind.trim()}, ${owner}`
}
