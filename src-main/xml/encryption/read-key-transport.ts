import { DS } from '../signature/namespaces.ts'
import { algorithmOf } from '../signature/read-algorithm.ts'
import { childElements, textOf } from '../tree/query.ts'
import type { XmlElement } from '../tree/xml-tree.ts'
import { type KeyTransport, maskGenerations, oaepDigests, RSA_1_5, RSA_OAEP, RSA_OAEP_MGF1P } from './algorithms.ts'
import { XENC, XENC11 } from './namespaces.ts'

/** SHA-1 where no DigestMethod is given; MGF1 with SHA-1 where no MGF is, and always for rsa-oaep-mgf1p (XML-Enc 1.1 §5.5.2). */
export function readKeyTransport(method: XmlElement): KeyTransport | undefined {
  const uri = algorithmOf(method)
  if (uri === RSA_1_5) return { scheme: 'pkcs1-v1_5' }
  if (uri !== RSA_OAEP && uri !== RSA_OAEP_MGF1P) return undefined
  const digestMethod = childElements(method, DS, 'DigestMethod')[0]
  const digest = digestMethod === undefined ? 'sha1' : oaepDigests.get(algorithmOf(digestMethod))
  const maskMethod = uri === RSA_OAEP ? childElements(method, XENC11, 'MGF')[0] : undefined
  const mask = maskMethod === undefined ? 'sha1' : maskGenerations.get(algorithmOf(maskMethod))
  if (digest === undefined || mask === undefined) return undefined
  const params = childElements(method, XENC, 'OAEPparams')[0]
  return { scheme: 'oaep', digest, mask, label: Buffer.from(params === undefined ? '' : textOf(params), 'base64') }
}
