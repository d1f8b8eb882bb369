import type { FaultCode } from '#shared/findings/catalogue.ts'
import { attribute, type MessageParts, responseXml, soundMessage } from '#test/support/saml/response-message.ts'
import { soundTransforms, transform } from '#test/support/xml/craft-signature.ts'
import { attacks } from '../attack.ts'
import { extensions, inside } from '../cut.ts'
import { certificateOf, crafted, deliver, signedAssertion, soundAssertion, soundCraft, type World } from '../world.ts'

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('')
const extended = (name: string, cause: FaultCode, content: () => string) => ({
  name,
  cause,
  build: (world: World) =>
    deliver(
      world,
      signedAssertion(world).replace('<samlp:Status>', () => `${extensions(content())}<samlp:Status>`),
    ),
})
const unsigned = (name: string, cause: FaultCode | FaultCode[], change: () => Partial<MessageParts>) => ({
  name,
  cause,
  build: (world: World) => deliver(world, responseXml(change())),
})

/** A megabyte, sixty levels, five thousand elements, sixty-four attributes; and within them nothing takes longer than a second. */
export const amounts = attacks('G3', soundAssertion, {
  bytes: extended('a megabyte and more', 'xml.too-large', () => 'x'.repeat(1_048_576)),
  depth: extended('sixty-one levels', 'xml.too-deep', () => '<a>'.repeat(60) + '</a>'.repeat(60)),
  'depth-unclosed': extended('a hundred thousand open tags', 'xml.too-deep', () => '<a>'.repeat(100_000)),
  elements: extended('five thousand elements', 'xml.too-many-elements', () => '<a/>'.repeat(5_000)),
  attributes: extended(
    'sixty-five attributes',
    'xml.too-many-attributes',
    () => `<a${times(65, (index) => ` b${index}=""`)}/>`,
  ),
  namespaces: extended(
    'sixty-five namespaces',
    'xml.too-many-attributes',
    () => `<a${times(65, (index) => ` xmlns:b${index}="u"`)}/>`,
  ),
  'long-name': {
    ...unsigned('a name of nine hundred thousand letters', 'saml.signature.missing', () => ({
      attributes: `<saml:${'a'.repeat(900_000)}/>`,
    })),
  },
  'long-value': unsigned(
    'an audience of nine hundred thousand letters',
    ['saml.signature.missing', 'saml.audience.mismatch'],
    () => ({
      conditions: soundMessage.conditions.replace(/(<saml:Audience>)[^<]*/, `$1${'a'.repeat(900_000)}`),
    }),
  ),
  'question-marks': unsigned(
    'an audience of question marks and a line end',
    ['saml.signature.missing', 'saml.audience.mismatch'],
    () => ({
      conditions: soundMessage.conditions.replace(/(<saml:Audience>)[^<]*/, `$1${'?'.repeat(900_000)}\nx`),
    }),
  ),
  'white-space': unsigned('a name of nine hundred thousand spaces inside', 'saml.signature.missing', () => ({
    nameId: `<saml:NameID>a${' '.repeat(900_000)}b</saml:NameID>`,
  })),
  'email-dots': unsigned('an e-mail of dots', 'saml.signature.missing', () => ({
    attributes: attribute('email', `${'a.'.repeat(400_000)}@example.com`),
  })),
  'email-ats': unsigned('an e-mail of @', 'saml.signature.missing', () => ({
    attributes: attribute('email', '@'.repeat(900_000)),
  })),
  'group-list': unsigned('a group of commas', 'saml.signature.missing', () => ({
    attributes: attribute('email', 'a@b.example') + attribute('groups', `,${' '.repeat(400_000)},cn`),
  })),
  time: unsigned('a time of digits', ['saml.signature.missing', 'saml.not-on-or-after.unreadable'], () => ({
    conditionsAttributes: `NotOnOrAfter="2026-06-01T12:00:00.${'0'.repeat(900_000)}x"`,
  })),
  'base64-value': {
    name: 'a signature value of a megabyte that is no Base64',
    cause: 'saml.signature-shape.malformed',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world).replace('<ds:SignatureValue>', () => `<ds:SignatureValue>${'A'.repeat(900_000)}!`),
      ),
  },
  'white-digest': {
    name: 'a digest value of white space',
    cause: 'saml.signature-shape.malformed',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world).replace('<ds:DigestValue>', () => `<ds:DigestValue>!${' '.repeat(900_000)}!`),
      ),
  },
  comments: extended(
    'a hundred thousand comments and a look-alike',
    'saml.structure.look-alike',
    () => `${'<!---->'.repeat(100_000)}<Assertion/>`,
  ),
  'lines-and-look-alikes': extended(
    'four thousand look-alikes behind four hundred thousand lines',
    'saml.structure.look-alike',
    () => '\n'.repeat(400_000) + '<Assertion/>'.repeat(4_000),
  ),
  'lines-and-identifiers': extended(
    'two thousand shared IDs behind four hundred thousand lines',
    'saml.structure.identifier-shared',
    () => '\n'.repeat(400_000) + times(2_000, (index) => `<a ID="_${index}"/><a ID="_${index}"/>`),
  ),
  'one-identifier': extended('one ID four thousand times', 'saml.structure.identifier-shared', () =>
    '<a ID="_same"/>'.repeat(4_000),
  ),
  assertions: {
    name: 'four hundred assertions',
    cause: 'saml.structure.several-assertions',
    build: (world) => deliver(world, inside('samlp:Response', signedAssertion(world), '<saml:Assertion/>'.repeat(400))),
  },
  confirmations: unsigned('a thousand confirmations', ['saml.signature.missing', 'saml.recipient.mismatch'], () => ({
    confirmation: soundMessage.confirmation.replace('Recipient="', 'Recipient="x').repeat(1_000),
  })),
  audiences: unsigned('four thousand audiences', ['saml.signature.missing', 'saml.audience.mismatch'], () => ({
    conditions: `<saml:AudienceRestriction>${'<saml:Audience>urn:x</saml:Audience>'.repeat(4_000)}</saml:AudienceRestriction>`,
  })),
  'attribute-repeated': unsigned('one attribute two thousand times', 'saml.signature.missing', () => ({
    attributes: attribute('x', 'y').repeat(2_000),
  })),
  'attribute-names': unsigned('two thousand attributes', 'saml.signature.missing', () => ({
    attributes: times(2_000, (index) => attribute(`x${index}`, 'y')),
  })),
  values: unsigned('four thousand values', 'saml.signature.missing', () => ({
    attributes: attribute('groups', ...Array.from({ length: 4_000 }, (_, index) => `g${index}`)),
  })),
  'sign-ins': unsigned(
    'a thousand sign-ins that nobody can date',
    ['saml.signature.missing', 'saml.authn-statement.unreadable'],
    () => ({ authnStatement: '<saml:AuthnStatement AuthnInstant="x"/>'.repeat(1_000) }),
  ),
  'nested-status': unsigned('fifty status codes inside one another', 'saml.status.not-success', () => ({
    status: `<samlp:Status>${'<samlp:StatusCode Value="x">'.repeat(50)}${'</samlp:StatusCode>'.repeat(50)}</samlp:Status>`,
  })),
})

const prefixes = times(100_000, (index) => `p${index} `)
const listing = `<ec:InclusiveNamespaces xmlns:ec="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="${prefixes}"/>`

/** Work that someone without a key can make us do is bounded before any of it is done. */
export const signatureWork = attacks('G1', soundCraft, {
  references: {
    name: 'five hundred References',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          signedInfo: (xml) => xml.replace(/<ds:Reference.*<\/ds:Reference>/, (whole) => whole.repeat(500)),
        }),
      ),
  },
  transforms: {
    name: 'two thousand transforms',
    cause: 'saml.signature-shape.transform',
    passes: ['saml.signature-value'],
    build: (world) =>
      deliver(world, crafted(world, { transforms: soundTransforms + transform('urn:x').repeat(2_000) })),
  },
  signatures: {
    name: 'four thousand empty signatures',
    cause: 'saml.signature.misplaced',
    build: (world) =>
      deliver(
        world,
        crafted(world).replace(
          '<samlp:Status>',
          () =>
            `${extensions('<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'.repeat(4_000))}<samlp:Status>`,
        ),
      ),
  },
  'signatures-on-assertion': {
    name: 'three hundred signatures on the assertion',
    cause: 'saml.signature.too-many',
    build: (world) => deliver(world, crafted(world, { afterwards: (xml) => xml.repeat(300) })),
  },
  certificates: {
    name: 'seven hundred certificates in KeyInfo',
    cause: 'saml.signature-value.wrong-key',
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          key: world.attacker.privateKey,
          keyInfo: `<ds:X509Data>${`<ds:X509Certificate>${certificateOf(world.sp)}</ds:X509Certificate>`.repeat(700)}</ds:X509Data>`,
        }),
      ),
  },
  'prefix-list': {
    name: 'a PrefixList of a hundred thousand over four thousand elements',
    cause: ['saml.signature-digest.changed', 'saml.signature-value.wrong-key'],
    build: (world) =>
      deliver(
        world,
        crafted(world)
          .replace(/(<ds:Transform Algorithm="http:\/\/www.w3.org\/2001\/10\/xml-exc-c14n#">)/, `$1${listing}`)
          .replace(
            '</saml:AttributeStatement>',
            () => `${'<saml:Attribute/>'.repeat(4_000)}</saml:AttributeStatement>`,
          ),
      ),
  },
  'prefix-list-of-signed-info': {
    name: 'a PrefixList of a hundred thousand for SignedInfo',
    cause: 'saml.signature-value.wrong-key',
    build: (world) =>
      deliver(
        world,
        crafted(world, { afterwards: (xml) => xml.replace(/(<ds:CanonicalizationMethod [^>]*>)/, `$1${listing}`) }),
      ),
  },
  'namespaces-in-scope': {
    name: 'a thousand namespaces in scope of three thousand elements, each declaring one more',
    cause: 'saml.signature-digest.changed',
    build(world) {
      const level = (depth: number) =>
        `<a${times(30, (index) => ` xmlns:n${depth}-${index}="u${index}" n${depth}-${index}:x=""`)}>`
      const open = times(35, level)
      const content = `${open}${'<b:b xmlns:b="v"/>'.repeat(3_000)}${'</a>'.repeat(35)}`
      return deliver(
        world,
        crafted(world).replace('</saml:AttributeStatement>', () => `${content}</saml:AttributeStatement>`),
      )
    },
  },
})
