import { createSign, createVerify, type KeyLike, type KeyObject } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import { ENVELOPED_SIGNATURE, EXCLUSIVE_C14N } from './namespaces.ts'

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#'
const OLD = 'http://www.w3.org/2000/09/xmldsig#'
const digests = {
  sha1: `${OLD}sha1`,
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
}

export interface EnvelopedSigning {
  readonly key: KeyObject
  /** Base64 of the DER certificate for KeyInfo; left out where undefined. */
  readonly certificate?: string
  readonly hash: keyof typeof digests
  /** Identifier (attribute `ID`) of the element to sign. */
  readonly id: string
  /** Local name of that element's child that the Signature follows, such as `Issuer`; undefined: the Signature is its first child. */
  readonly after?: string
  /** `ds` where undefined; the empty string makes its namespace the default one. */
  readonly prefix?: string
}

/**
 * Signs one element in place with exclusive C14N (XML-DSig §3.1, SAML Core §5.4).
 * Made by xml-crypto, an implementation apart from our verifier, so that each is the other's witness.
 * @returns the whole document with the Signature in it
 */
export function signEnveloped(
  xml: string,
  { key, certificate, hash, id, after, prefix = 'ds' }: EnvelopedSigning,
): string {
  const family = key.asymmetricKeyType === 'ec' ? 'ecdsa' : 'rsa'
  const signer = new SignedXml({
    privateKey: key,
    signatureAlgorithm: `${hash === 'sha1' ? OLD : MORE}${family}-${hash}`,
    canonicalizationAlgorithm: EXCLUSIVE_C14N,
    idAttribute: 'ID',
    getKeyInfoContent: () =>
      certificate === undefined ? null : keyInfo(prefix === '' ? '' : `${prefix}:`, certificate),
  })
  signer.SignatureAlgorithms[`${MORE}ecdsa-sha256`] = EcdsaSha256
  signer.SignatureAlgorithms[`${MORE}ecdsa-sha512`] = EcdsaSha512
  const target = `//*[@ID='${id}']`
  signer.addReference({
    xpath: target,
    transforms: [ENVELOPED_SIGNATURE, EXCLUSIVE_C14N],
    digestAlgorithm: digests[hash],
  })
  const location =
    after === undefined
      ? ({ reference: target, action: 'prepend' } as const)
      : ({ reference: `${target}/*[local-name(.)='${after}']`, action: 'after' } as const)
  signer.computeSignature(xml, { prefix, location })
  return signer.getSignedXml()
}

const keyInfo = (prefix: string, certificate: string) =>
  `<${prefix}X509Data><${prefix}X509Certificate>${certificate}</${prefix}X509Certificate></${prefix}X509Data>`

/** xml-crypto brings no ECDSA. XML-DSig wants r‖s, not DER (RFC 9231 §2.3.6). */
function ecdsa(uri: string, hash: string) {
  return class {
    getSignature = (signedInfo: string | Uint8Array, key: KeyLike) =>
      createSign(hash)
        .update(signedInfo)
        .sign({ key: key as KeyObject, dsaEncoding: 'ieee-p1363' }, 'base64')
    verifySignature = (material: string, key: KeyLike, value: string) =>
      createVerify(hash)
        .update(material)
        .verify({ key: key as KeyObject, dsaEncoding: 'ieee-p1363' }, value, 'base64')
    getAlgorithmName = () => uri
  }
}
const EcdsaSha256 = ecdsa(`${MORE}ecdsa-sha256`, 'sha256')
const EcdsaSha512 = ecdsa(`${MORE}ecdsa-sha512`, 'sha512')
