import type { KeyObject } from 'node:crypto'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { collectIdentifiers } from '#main/xml/signature/identifiers.ts'
import { DS } from '#main/xml/signature/namespaces.ts'
import { type SignatureJudgement, verifySignature } from '#main/xml/signature/verify-signature.ts'
import { descendantsOf } from '#main/xml/tree/query.ts'

/** Judges every Signature in a document, in document order, with one key. */
export function verifyAllIn(xml: string, key: KeyObject): SignatureJudgement[] {
  const document = parseXml(xml, messageLimits)
  const identifiers = collectIdentifiers(document)
  return [...descendantsOf(document.root)]
    .filter(({ local, namespace }) => local === 'Signature' && namespace === DS)
    .map((signature) => verifySignature(signature, [{ id: 'key', key }], identifiers))
}
