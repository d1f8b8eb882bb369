import { childrenOf, context, type DerValue, identifierOf, readDer } from '../der/read-der.ts'

export interface SignatureAlgorithm {
  /** As people call it, such as `SHA-256 with RSA`; the object identifier where we know no name. */
  readonly name: string
  /** Null where the algorithm has none of its own, or we do not know it. */
  readonly hash: 'md2' | 'md4' | 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512' | null
}

const RSASSA_PSS = '1.2.840.113549.1.1.10'

/** RFC 8017 Appendix C, RFC 5758 §3, RFC 8410 §3. */
const algorithms: Readonly<Record<string, SignatureAlgorithm>> = {
  '1.2.840.113549.1.1.2': { name: 'MD2 with RSA', hash: 'md2' },
  '1.2.840.113549.1.1.3': { name: 'MD4 with RSA', hash: 'md4' },
  '1.2.840.113549.1.1.4': { name: 'MD5 with RSA', hash: 'md5' },
  '1.2.840.113549.1.1.5': { name: 'SHA-1 with RSA', hash: 'sha1' },
  '1.3.14.3.2.29': { name: 'SHA-1 with RSA', hash: 'sha1' },
  '1.2.840.113549.1.1.14': { name: 'SHA-224 with RSA', hash: 'sha224' },
  '1.2.840.113549.1.1.11': { name: 'SHA-256 with RSA', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { name: 'SHA-384 with RSA', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { name: 'SHA-512 with RSA', hash: 'sha512' },
  '1.2.840.10040.4.3': { name: 'SHA-1 with DSA', hash: 'sha1' },
  '2.16.840.1.101.3.4.3.2': { name: 'SHA-256 with DSA', hash: 'sha256' },
  '1.2.840.10045.4.1': { name: 'SHA-1 with ECDSA', hash: 'sha1' },
  '1.2.840.10045.4.3.1': { name: 'SHA-224 with ECDSA', hash: 'sha224' },
  '1.2.840.10045.4.3.2': { name: 'SHA-256 with ECDSA', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { name: 'SHA-384 with ECDSA', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { name: 'SHA-512 with ECDSA', hash: 'sha512' },
  '1.3.101.112': { name: 'Ed25519', hash: null },
  '1.3.101.113': { name: 'Ed448', hash: null },
}

const pssHashes: Readonly<Record<string, SignatureAlgorithm>> = {
  '1.3.14.3.2.26': { name: 'SHA-1 with RSA-PSS', hash: 'sha1' },
  '2.16.840.1.101.3.4.2.1': { name: 'SHA-256 with RSA-PSS', hash: 'sha256' },
  '2.16.840.1.101.3.4.2.2': { name: 'SHA-384 with RSA-PSS', hash: 'sha384' },
  '2.16.840.1.101.3.4.2.3': { name: 'SHA-512 with RSA-PSS', hash: 'sha512' },
}

/**
 * What a certificate is signed with (RFC 5280 §4.1.1.2). Node tells it only from version 24 on.
 * @param der a certificate, or a certificate request: in both the algorithm stands second
 */
export const signatureAlgorithmOf = (der: Uint8Array): SignatureAlgorithm => algorithmOf(childrenOf(readDer(der))[1])

function algorithmOf(identifier: DerValue | undefined): SignatureAlgorithm {
  const [algorithm, parameters] = childrenOf(identifier)
  const oid = identifierOf(algorithm)
  if (oid === RSASSA_PSS) return pssAlgorithm(parameters)
  return algorithms[oid] ?? { name: oid === '' ? 'unknown' : oid, hash: null }
}

/** RFC 4055 §3.1: SHA-1 where nothing is said. */
function pssAlgorithm(parameters: DerValue | undefined): SignatureAlgorithm {
  const [given] = childrenOf(parameters).filter(({ tag }) => tag === context(0))
  const [hash] = childrenOf(childrenOf(given)[0])
  const oid = given === undefined ? '1.3.14.3.2.26' : identifierOf(hash)
  return pssHashes[oid] ?? { name: `RSA-PSS ${oid}`, hash: null }
}
