import { at, onEachSignature } from './on-signature.ts'

const algorithmFaults = new Set(['canonicalization-unknown', 'signature-method-unknown', 'digest-method-unknown'])
const accepted = 'RSA, RSA-PSS or ECDSA with SHA-256, SHA-384 or SHA-512'

export const signatureAlgorithmIsStrong = onEachSignature(
  'saml.signature-algorithm',
  ({ judgement }, _context, trust) => {
    const { element, method, methodUri, digestHash, digestUri } = judgement.signature
    const unknown = judgement.faults.find(({ kind }) => algorithmFaults.has(kind))
    if (unknown !== undefined) {
      const actual = unknown.actual || 'none'
      return {
        kind: 'fault',
        code: 'saml.signature-algorithm.unknown',
        trust,
        at: at(unknown.at),
        expected: accepted,
        actual,
      }
    }
    if (method === undefined || digestHash === undefined) {
      return {
        kind: 'not-verified',
        trust,
        at: at(element),
        detail: 'The signature names no algorithm that can be read.',
      }
    }
    const actual = method.hash === 'sha1' ? methodUri : digestUri
    if (method.hash === 'sha1' || digestHash === 'sha1') {
      return {
        kind: 'fault',
        code: 'saml.signature-algorithm.sha-1',
        trust,
        at: at(element),
        expected: accepted,
        actual,
      }
    }
    return { kind: 'passed', trust, at: at(element), actual: methodUri }
  },
)
