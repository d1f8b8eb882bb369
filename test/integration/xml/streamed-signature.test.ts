import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSignature } from '#main/xml/signature/read-signature.ts'
import { judgeStreamedSignature } from '#main/xml/signature/verify-signature.ts'
import { digestRoot } from '#main/xml/stream/digest-root.ts'
import { generatedMetadata } from '#test/support/saml/metadata/generated-metadata.ts'
import { writeTree } from '#test/support/saml/metadata/markup-tree.ts'
import { hasXmlsec1, xmlsec1Sign } from '#test/support/xml/xmlsec1.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const prefixes = `<ec:InclusiveNamespaces xmlns:ec="${EXCLUSIVE}" PrefixList="x md #default"/>`

const template = (method: string, inside = '') =>
  `<ds:Signature><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"/><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><ds:Reference URI="#_all"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="${method}">${inside}</ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference></ds:SignedInfo><ds:SignatureValue/></ds:Signature>`

async function* bytesOf(text: string) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000)
}
async function judge(xml: string) {
  const { signature, streamed } = await digestRoot(bytesOf(xml))
  const { faults, digest, value } = judgeStreamedSignature(
    readSignature(signature!),
    [{ id: 'key', key: publicKey }],
    streamed,
  )
  return { faults: faults.length, digest, value }
}

describe.skipIf(!hasXmlsec1)('witness xmlsec1: its signatures verify as they stream by', () => {
  test.each([
    ['exclusive', EXCLUSIVE, ''],
    ['exclusive with PrefixList', EXCLUSIVE, prefixes],
    ['inclusive', INCLUSIVE, ''],
  ])('%s', async (_name, method, inside) => {
    for (const tree of fc.sample(generatedMetadata, { numRuns: 12, seed: 7 })) {
      const unsigned = writeTree({ ...tree, attributes: { ...tree.attributes, ID: '_all' } })
      const text = unsigned.replace(/^(<[^>]*>)/, `$1\n<!-- a comment -->${template(method, inside)}<?a b?>`)
      const local = tree.name.replace('md:', '')
      const signed = xmlsec1Sign(text, privateKey, `urn:oasis:names:tc:SAML:2.0:metadata:${local}`)
      expect(await judge(signed)).toEqual({ faults: 0, digest: 'matches', value: 'verified' })
      expect(await judge(signed.replace(/(<\/md:\w+>\s*)$/, ' $1'))).toMatchObject({ digest: 'differs' })
    }
  })
})
