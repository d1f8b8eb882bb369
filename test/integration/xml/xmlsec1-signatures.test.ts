import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { verifyAllIn } from '#test/support/xml/verify-in.ts'
import { hasXmlsec1, xmlsec1Sign, xmlsec1Verifies } from '#test/support/xml/xmlsec1.ts'

const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion'
const idElement = `${ASSERTION}:Assertion`
const keys = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ecdsa: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
}
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const prefixList = (prefixes: string) => `<ec:InclusiveNamespaces xmlns:ec="${exclusive}" PrefixList="${prefixes}"/>`

const methods = {
  exclusive: { uri: exclusive, inside: '' },
  'exclusive with PrefixList': { uri: exclusive, inside: prefixList('xs saml #default') },
  'exclusive with comments': { uri: `${exclusive}WithComments`, inside: '' },
  inclusive: { uri: inclusive, inside: '' },
  'inclusive with comments': { uri: `${inclusive}#WithComments`, inside: '' },
}

/** A document with every oddity of text, attributes and namespaces that canonicalisation has a rule for. */
const document = (signature: string) => `<?xml version="1.0" encoding="UTF-8"?>
<r:Root xmlns:r="urn:r" xmlns="urn:default" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:unused="urn:unused" xml:lang="de" xml:space="preserve">
<saml:Assertion xmlns:saml="${ASSERTION}" z="1" xs:b="2" r:a="3" a="4" ID="_a1">
<saml:Issuer>é ß 😀 &amp; &lt; &gt; &#13; "quoted" 'single' \ttab</saml:Issuer>${signature}
<!-- a comment --><plain attribute="a&#9;b&#10;c&#13;d &quot;&lt;&amp;>"><none xmlns=""><deep xmlns="urn:default"/></none></plain>
<saml:Value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">a<!-- split -->b<![CDATA[<c>&]]></saml:Value>
<empty></empty><r:again xmlns:r="urn:r"/><r:other xmlns:r="urn:other"><r:back xmlns:r="urn:r"/></r:other>
</saml:Assertion></r:Root>`

const template = (
  family: string,
  c14n: { uri: string; inside: string },
) => `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>
<!-- a comment in SignedInfo --><ds:CanonicalizationMethod Algorithm="${c14n.uri}">${c14n.inside}</ds:CanonicalizationMethod>
<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#${family}-sha256"/>
<ds:Reference URI="#_a1"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="${c14n.uri}">${c14n.inside}</ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference>
</ds:SignedInfo><ds:SignatureValue/></ds:Signature>`

describe.skipIf(!hasXmlsec1)('witness xmlsec1', () => {
  for (const family of ['rsa', 'ecdsa'] as const) {
    for (const [name, c14n] of Object.entries(methods)) {
      test(`its ${family} signature over ${name} verifies with us`, () => {
        const signed = xmlsec1Sign(document(template(family, c14n)), keys[family].privateKey, idElement)
        const [judgement] = verifyAllIn(signed, keys[family].publicKey)
        expect(judgement).toMatchObject({ faults: [], digest: 'matches', value: 'verified' })
        const [changed] = verifyAllIn(signed.replace('😀', '😁'), keys[family].publicKey)
        expect(changed).toMatchObject({ digest: 'differs', value: 'verified', verified: undefined })
      })
    }

    for (const hash of ['sha256', 'sha512'] as const) {
      test(`our ${family} ${hash} signature verifies with it`, () => {
        const { privateKey, publicKey } = keys[family]
        const signed = signEnveloped(document(''), { key: privateKey, hash, id: '_a1', after: 'Issuer' })
        expect(xmlsec1Verifies(signed, publicKey, idElement)).toBe(true)
        expect(xmlsec1Verifies(signed.replace('😀', '😁'), publicKey, idElement)).toBe(false)
        expect(verifyAllIn(signed, publicKey)[0]).toMatchObject({ digest: 'matches', value: 'verified' })
      })
    }
  }
})
