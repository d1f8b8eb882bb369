import { type KeyObject, sign, verify } from 'node:crypto'

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#'
const methods = {
  rsa: { sha256: `${MORE}rsa-sha256`, sha512: `${MORE}rsa-sha512` },
  ec: { sha256: `${MORE}ecdsa-sha256`, sha512: `${MORE}ecdsa-sha512` },
} as const

export interface RedirectSigning {
  /** RSA or EC. */
  readonly key: KeyObject
  readonly hash: 'sha256' | 'sha512'
}

export const signatureMethodOf = ({ key, hash }: RedirectSigning): string =>
  methods[key.asymmetricKeyType === 'ec' ? 'ec' : 'rsa'][hash]

/** Over the query as it will be sent, octet by octet (SAML Bindings §3.4.4.1). */
export const signQuery = (query: string, { key, hash }: RedirectSigning): Uint8Array =>
  new Uint8Array(sign(hash, Buffer.from(query, 'latin1'), howTo(key)))

/** @returns undefined where the method is none of ours or asks for another kind of key */
export function verifyQuery(query: string, method: string, value: Uint8Array, key: KeyObject): boolean | undefined {
  const family = key.asymmetricKeyType === 'ec' ? methods.ec : methods.rsa
  const hash = (['sha256', 'sha512'] as const).find((name) => family[name] === method)
  return hash === undefined ? undefined : verify(hash, Buffer.from(query, 'latin1'), howTo(key), value)
}

/** ECDSA values are r‖s as in XML-DSig (RFC 9231 §2.3.6). */
const howTo = (key: KeyObject) =>
  key.asymmetricKeyType === 'ec' ? { key, dsaEncoding: 'ieee-p1363' as const } : { key }
