import { constants } from 'node:crypto'

export type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512'

/** How a SignatureMethod is computed, and the kind of key it needs. */
export interface SignatureMethod {
  readonly uri: string
  readonly hash: HashName
  readonly keyType: 'rsa' | 'ec'
  /** RSA only; RSASSA-PKCS1-v1_5 where absent (RFC 9231 §2.3.9, §2.3.10). */
  readonly padding?: number
}

const XMLDSIG = 'http://www.w3.org/2000/09/xmldsig#'
const MORE_2001 = 'http://www.w3.org/2001/04/xmldsig-more#'
const MORE_2007 = 'http://www.w3.org/2007/05/xmldsig-more#'
const XMLENC = 'http://www.w3.org/2001/04/xmlenc#'

const rsa = (uri: string, hash: HashName): SignatureMethod => ({ uri, hash, keyType: 'rsa' })
const pss = (uri: string, hash: HashName): SignatureMethod => ({
  uri,
  hash,
  keyType: 'rsa',
  padding: constants.RSA_PKCS1_PSS_PADDING,
})
const ecdsa = (uri: string, hash: HashName): SignatureMethod => ({ uri, hash, keyType: 'ec' })

const methods: readonly SignatureMethod[] = [
  rsa(`${XMLDSIG}rsa-sha1`, 'sha1'),
  rsa(`${MORE_2001}rsa-sha256`, 'sha256'),
  rsa(`${MORE_2001}rsa-sha384`, 'sha384'),
  rsa(`${MORE_2001}rsa-sha512`, 'sha512'),
  pss(`${MORE_2007}sha256-rsa-MGF1`, 'sha256'),
  pss(`${MORE_2007}sha384-rsa-MGF1`, 'sha384'),
  pss(`${MORE_2007}sha512-rsa-MGF1`, 'sha512'),
  ecdsa(`${MORE_2001}ecdsa-sha1`, 'sha1'),
  ecdsa(`${MORE_2001}ecdsa-sha256`, 'sha256'),
  ecdsa(`${MORE_2001}ecdsa-sha384`, 'sha384'),
  ecdsa(`${MORE_2001}ecdsa-sha512`, 'sha512'),
]

/** The allow-list. HMAC is not in it, so a public certificate can never serve as a shared secret. */
export const signatureMethods: ReadonlyMap<string, SignatureMethod> = new Map(
  methods.map((method) => [method.uri, method]),
)

export const digestMethods: ReadonlyMap<string, HashName> = new Map<string, HashName>([
  [`${XMLDSIG}sha1`, 'sha1'],
  [`${XMLENC}sha256`, 'sha256'],
  [`${MORE_2001}sha384`, 'sha384'],
  [`${XMLENC}sha512`, 'sha512'],
])

interface CanonicalizationMethod {
  readonly method: 'exclusive' | 'inclusive'
  readonly withComments: boolean
}

export const canonicalizationMethods: ReadonlyMap<string, CanonicalizationMethod> = new Map([
  ['http://www.w3.org/2001/10/xml-exc-c14n#', { method: 'exclusive', withComments: false }],
  ['http://www.w3.org/2001/10/xml-exc-c14n#WithComments', { method: 'exclusive', withComments: true }],
  ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315', { method: 'inclusive', withComments: false }],
  ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments', { method: 'inclusive', withComments: true }],
])
