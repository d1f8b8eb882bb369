import { DOMParser } from '@xmldom/xmldom'
import { SignedXml } from 'xml-crypto'
import { canonicalize } from '../canonicalize/canonicalize.ts'
import { DS } from '../signature/namespaces.ts'
import { descendantsOf } from '../tree/query.ts'
import type { XmlDocument, XmlElement } from '../tree/xml-tree.ts'
import { knownWeakness } from './known-weaknesses.ts'
import type { SecondWitness, Testimony } from './second-witness.ts'

/** xml-crypto: a parser, a canonicalisation and a reading of signatures that share no line with ours. */
export const xmlCryptoWitness: SecondWitness = {
  testify(signature, key): Testimony {
    const { document } = signature
    const xml = standingAlone(document)
    const weakness = knownWeakness(document.root, xml)
    if (weakness !== undefined) return { kind: 'cannot-say', why: weakness }
    try {
      const publicCert = key.export({ type: 'spki', format: 'pem' })
      const verifier = new SignedXml({ publicCert, getCertFromKeyInfo: () => null })
      verifier.loadSignature(namesakeOf(signature, xml))
      return verifier.checkSignature(xml) ? { kind: 'holds' } : { kind: 'does-not-hold', why: 'The digest differs.' }
    } catch (error) {
      return inWords(error instanceof Error ? error.message : String(error))
    }
  },
}

/** What was decrypted may use prefixes declared around it: the inclusive canonical form brings them along. */
const standingAlone = ({ root, source }: XmlDocument): string =>
  root.parent === null ? source : canonicalize(root, { method: 'inclusive', withComments: true, inclusivePrefixes: [] })

/** The same Signature in the witness's own tree. */
function namesakeOf(signature: XmlElement, xml: string): Node {
  const all = [...descendantsOf(signature.document.root)].filter(isSignature)
  const theirs = new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagNameNS(DS, 'Signature')
  const found = theirs.item(all.indexOf(signature))
  if (found === null || theirs.length !== all.length) throw new Error('It finds other signatures than we do.')
  return found as unknown as Node
}

const isSignature = ({ local, namespace }: XmlElement) => local === 'Signature' && namespace === DS

/** It throws alike for an algorithm it has not and for a value that does not verify. */
const inWords = (message: string): Testimony =>
  /is not supported$/.test(message)
    ? { kind: 'cannot-say', why: 'It does not know this algorithm.' }
    : { kind: 'does-not-hold', why: message.startsWith('invalid signature') ? 'The value does not verify.' : message }
