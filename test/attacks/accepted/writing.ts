import { responseXml, soundMessage } from '#test/support/saml/response-message.ts'
import { crafted, deliver, RESPONSE, signedAssertion, signedResponse, type World } from '../saml/world.ts'
import { oddities } from './oddity.ts'

const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion'
const renamed = (xml: string, from: string, to: string) =>
  xml
    .replaceAll(`<${from}:`, `<${to}:`)
    .replaceAll(`</${from}:`, `</${to}:`)
    .replaceAll(`xmlns:${from}=`, `xmlns:${to}=`)
const bare = (xml: string, prefix: string) =>
  xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</').replaceAll(`xmlns:${prefix}=`, 'xmlns=')
const written = (world: World, rewrite: (xml: string) => string, id = '_assertion1') =>
  deliver(world, crafted(world, { id }, rewrite(responseXml())))
const afterwards = (world: World, rewrite: (xml: string) => string) => deliver(world, rewrite(signedAssertion(world)))
/** Every tag on a line of its own, but for the text within leaves. */
const pretty = (xml: string) => xml.replace(/>(?=<)/g, '>\n    ')
const named = (text: string) => ({ nameId: `<saml:NameID>${text}</saml:NameID>` })

/** How the same thing may be written. */
export const writing = oddities('writing', {
  'saml2p and saml2 as prefixes': {
    build: (world) => written(world, (xml) => renamed(renamed(xml, 'samlp', 'saml2p'), 'saml', 'saml2')),
  },
  'prefixes that mean something else elsewhere': {
    build: (world) => written(world, (xml) => renamed(renamed(xml, 'samlp', 'ds'), 'saml', 'xs')),
  },
  'the prefixes of each other': {
    build: (world) =>
      written(world, (xml) => renamed(renamed(renamed(xml, 'samlp', 'tmp'), 'saml', 'samlp'), 'tmp', 'saml')),
  },
  'the assertion in the default namespace': {
    build: (world) =>
      written(world, (xml) =>
        xml.replace(/<saml:Assertion.*<\/saml:Assertion>/, (assertion) => bare(assertion, 'saml')),
      ),
  },
  'response and assertion each in the default namespace': {
    build: (world) =>
      written(world, (xml) =>
        bare(
          xml
            .replace(/<saml:Assertion.*<\/saml:Assertion>/, (assertion) => bare(assertion, 'saml'))
            .replace(/<saml:Issuer>(.*?)<\/saml:Issuer>/, `<Issuer xmlns="${SAML}">$1</Issuer>`),
          'samlp',
        ),
      ),
  },
  'a namespace declared once, far outside': {
    build: (world) => written(world, (xml) => xml.replace(`<saml:Assertion xmlns:saml="${SAML}"`, '<saml:Assertion')),
  },
  'namespaces nobody uses': {
    build: (world) =>
      written(world, (xml) => xml.replace('<saml:Subject>', '<saml:Subject xmlns:a="urn:a" xmlns:b="urn:b">')),
  },
  'a byte order mark': { build: (world) => deliver(world, Buffer.from(`\ufeff${signedAssertion(world)}`)) },
  'a byte order mark in text': { build: (world) => deliver(world, `\ufeff${signedAssertion(world)}`) },
  'an XML declaration': {
    build: (world) => afterwards(world, (xml) => `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`),
  },
  'an XML declaration in small letters, standing alone': {
    build: (world) => afterwards(world, (xml) => `<?xml version='1.0' encoding='utf-8' standalone='yes' ?>${xml}`),
  },
  'white space around the document': {
    build: (world) => afterwards(world, (xml) => `<?xml version="1.0"?>\r\n${xml}\r\n\r\n`),
  },
  'CR LF line ends': {
    build: (world) => deliver(world, crafted(world, {}, pretty(responseXml())).replaceAll('\n', '\r\n')),
  },
  'pretty-printed before it was signed': { build: (world) => written(world, pretty) },
  'pretty-printed before it was signed, names too': {
    build: (world) =>
      written(world, (xml) =>
        pretty(xml).replace('ada@example.com</saml:NameID>', '\n      ada@example.com\n    </saml:NameID>'),
      ),
  },
  'pretty-printed outside of what is signed': {
    build: (world) =>
      afterwards(world, (xml) =>
        xml.replace('<samlp:Status>', '\n  <samlp:Status>\n').replace('<saml:Assertion', '\n  <saml:Assertion'),
      ),
  },
  'attributes in single quotes and another order': {
    build: (world) =>
      afterwards(world, (xml) =>
        xml.replace(/(<saml:Assertion) (xmlns:saml="[^"]*") ID="([^"]*)" (Version="2.0")/, "$1 $4 ID='$3' $2"),
      ),
  },
  'white space within tags': {
    build: (world) =>
      afterwards(world, (xml) =>
        xml.replaceAll('</saml:Subject>', '</saml:Subject \n>').replace('ID="_assertion1"', 'ID = "_assertion1"'),
      ),
  },
  'empty elements with an end tag': {
    build: (world) =>
      afterwards(world, (xml) =>
        xml.replace(
          /<saml:SubjectConfirmationData ([^>]*)\/>/,
          '<saml:SubjectConfirmationData $1></saml:SubjectConfirmationData>',
        ),
      ),
  },
  'characters written as references': {
    build: (world) =>
      afterwards(world, (xml) =>
        xml.replace('>ada@example.com</saml:NameID>', '>&#97;da&#x40;example.com</saml:NameID>'),
      ),
  },
  'entities of XML itself': {
    build: (world) => written(world, (xml) => xml.replace('>Ada<', '>A&amp;d&lt;a&quot;<')),
    identity: { profile: { givenName: 'A&d<a"' } },
  },
  'CDATA in the name': {
    build: (world) =>
      afterwards(world, (xml) =>
        xml.replace('>ada@example.com</saml:NameID>', '><![CDATA[ada@]]>example.com</saml:NameID>'),
      ),
  },
  'CDATA in the audience': {
    build: (world) =>
      afterwards(world, (xml) => xml.replace(/<saml:Audience>([^<]*)/, '<saml:Audience><![CDATA[$1]]>')),
  },
  'comments between elements': {
    build: (world) =>
      afterwards(
        world,
        (xml) => `<!-- a -->${xml.replace('<saml:Subject>', '<!-- b --><saml:Subject><!-- c -->')}<!-- d -->`,
      ),
  },
  'comments in the signature': {
    build: (world) => afterwards(world, (xml) => xml.replace('<ds:SignedInfo>', '<!-- a --><ds:SignedInfo><!-- b -->')),
  },
  'a comment in the name: all of it is read': {
    build: (world) =>
      afterwards(world, (xml) =>
        xml.replace('>ada@example.com</saml:NameID>', '>ada@<!-- x -->example.com</saml:NameID>'),
      ),
  },
  'a comment that would cut the name short': {
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, named('admin@example.com.evil.example')).replace(
          'admin@example.com.',
          'admin@example.com<!-- x -->.',
        ),
      ),
    identity: { nameId: 'admin@example.com.evil.example' },
  },
  'a comment before the name': {
    build: (world) =>
      afterwards(world, (xml) =>
        xml.replace('>ada@example.com</saml:NameID>', '><!-- eve@example.com -->ada@example.com</saml:NameID>'),
      ),
  },
  'comments in issuer, audience and attribute': {
    build: (world) =>
      afterwards(world, (xml) =>
        xml
          .replaceAll('https://', 'https:<!-- x -->//')
          .replaceAll('"https:<!-- x -->//', '"https://')
          .replace('>engineering<', '>engin<!-- x -->eering<'),
      ),
    identity: { issuer: 'https://idp.example.com/entity', profile: { groups: ['engineering', 'pilots'] } },
  },
  'letters beyond ASCII': {
    build: (world) => written(world, (xml) => xml.replace('>Ada<', '>Ädä 😀 文<')),
    identity: { profile: { givenName: 'Ädä 😀 文' } },
  },
  'an element called constructor, another called __proto__': {
    build: (world) =>
      written(world, (xml) =>
        xml.replace(
          '</saml:AttributeStatement>',
          '<saml:Attribute Name="x"><saml:AttributeValue><constructor xmlns="urn:x"/><__proto__ xmlns="urn:x"/></saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
        ),
      ),
  },
  'the signature of the response at its end': {
    build: (world) => deliver(world, crafted(world, { id: RESPONSE, place: 'last' })),
  },
  'the signature of the response at its beginning': {
    build: (world) => deliver(world, crafted(world, { id: RESPONSE, place: 'first' })),
  },
  'a status with a message and a detail': {
    build: (world) =>
      deliver(
        world,
        signedResponse(world, {
          status: soundMessage.status.replace(
            '</samlp:Status>',
            '<samlp:StatusMessage>Authentication succeeded.</samlp:StatusMessage><samlp:StatusDetail><Cause xmlns="urn:x"/></samlp:StatusDetail></samlp:Status>',
          ),
        }),
      ),
  },
  'Extensions and Consent': {
    build: (world) =>
      deliver(
        world,
        signedResponse(world, {
          responseAttributes: `${soundMessage.responseAttributes} Consent="urn:oasis:names:tc:SAML:2.0:consent:unspecified"`,
          responseIssuer: `${soundMessage.responseIssuer}<samlp:Extensions><x xmlns="urn:x"/></samlp:Extensions>`,
        }),
      ),
  },
})
