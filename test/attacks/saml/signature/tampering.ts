import { responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import { cut } from '../cut.ts'
import {
  ASSERTION,
  crafted,
  deliver,
  RESPONSE,
  signedAssertion,
  signedBoth,
  soundAssertion,
  soundBoth,
  soundCraft,
  type World,
} from '../world.ts'

const changed = (name: string, from: string | RegExp, to: string) => ({
  name,
  cause: 'saml.signature-digest.changed' as const,
  passes: ['saml.signature-value'] as const,
  build: (world: World) => deliver(world, signedAssertion(world).replace(from, to)),
})

/** Signatures taken away, emptied, or around something else than what was signed. */
export const tampering = attacks('S6', soundAssertion, {
  stripped: {
    name: 'no signature any more',
    cause: 'saml.signature.missing',
    build: (world) => deliver(world, signedAssertion(world).replace(/<ds:Signature.*<\/ds:Signature>/, '')),
  },
  empty: {
    name: 'an empty Signature',
    cause: 'saml.signature-shape.malformed',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world).replace(
          /<ds:Signature.*<\/ds:Signature>/,
          '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>',
        ),
      ),
  },
  'no-value': {
    name: 'no SignatureValue',
    cause: 'saml.signature-shape.malformed',
    build: (world) => deliver(world, signedAssertion(world).replace(/<ds:SignatureValue>.*<\/ds:SignatureValue>/, '')),
  },
  'empty-value': {
    name: 'an empty SignatureValue',
    cause: 'saml.signature-shape.malformed',
    build: (world) => deliver(world, signedAssertion(world).replace(/(<ds:SignatureValue>)[^<]*/, '$1')),
  },
  'no-signed-info': {
    name: 'no SignedInfo',
    cause: 'saml.signature-shape.malformed',
    build: (world) => deliver(world, signedAssertion(world).replace(/<ds:SignedInfo>.*<\/ds:SignedInfo>/, '')),
  },
  'name-id': changed('another name', 'ada@example.com</saml:NameID>', 'eve@example.com</saml:NameID>'),
  'attribute-value': changed('another attribute value', '>engineering<', '>admins<'),
  'attribute-name': changed('another attribute name', 'Name="given_name"', 'Name="role"'),
  'added-attribute': changed(
    'one more attribute',
    '</saml:AttributeStatement>',
    '<saml:Attribute Name="role"><saml:AttributeValue>admin</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
  ),
  'removed-condition': {
    ...changed('no audience any more', soundMessage.conditions, ''),
    cause: ['saml.signature-digest.changed', 'saml.audience.missing'],
  },
  'longer-validity': changed(
    'a later end',
    'NotOnOrAfter="2026-06-01T12:05:00Z"',
    'NotOnOrAfter="2026-06-01T12:09:00Z"',
  ),
  'other-id': {
    name: 'another ID',
    cause: 'saml.signature-shape.reference',
    passes: ['saml.signature-value'],
    build: (world) => deliver(world, signedAssertion(world).replace(`ID="${ASSERTION}"`, 'ID="_assertion2"')),
  },
  'white-space': changed('white space between elements', '<saml:Conditions', '\n<saml:Conditions'),
  'namespace-of-prefix': changed(
    'an attribute in another namespace',
    ' SessionIndex=',
    ' xmlns:x="urn:x" x:SessionIndex=',
  ),
  'entity-for-character': changed('a carriage return that is not normalised', '>Ada<', '>Ada&#13;<'),
  'signed-info': {
    name: 'SignedInfo changed',
    cause: 'saml.signature-value.forged',
    build: (world) => deliver(world, signedAssertion(world).replace('<ds:SignedInfo>', '<ds:SignedInfo>\n')),
  },
  'value-of-another': {
    name: 'the SignatureValue of another message of the same identity provider',
    cause: 'saml.signature-value.forged',
    build(world) {
      const other = /<ds:SignatureValue>([^<]*)/.exec(
        signedAssertion(world, { nameId: '<saml:NameID>x</saml:NameID>' }),
      )?.[1]
      return deliver(world, signedAssertion(world).replace(/(<ds:SignatureValue>)[^<]*/, `$1${other}`))
    },
  },
  'signature-of-another': {
    name: 'the whole Signature of another message of the same identity provider',
    cause: 'saml.signature-digest.changed',
    passes: ['saml.signature-value'],
    build(world) {
      const { signature } = cut(signedAssertion(world, { nameId: '<saml:NameID>x</saml:NameID>' }))
      return deliver(world, signedAssertion(world).replace(/<ds:Signature.*<\/ds:Signature>/, signature))
    },
  },
  'bad-response-signature': {
    name: 'a good signature on the assertion, a bad one on the response',
    control: soundBoth,
    cause: 'saml.signature-digest.changed',
    build: (world) => deliver(world, signedBoth(world).replace('Destination=', 'Consent="urn:x" Destination=')),
  },
  'bad-assertion-signature': {
    name: 'a good signature on the response, a foreign one on the assertion',
    control: soundBoth,
    cause: 'saml.signature-value.key-rolled',
    build: (world) => deliver(world, sign(sign(responseXml(), world.attacker, [ASSERTION]), world.idp, [RESPONSE])),
  },
  'unsigned-around': {
    name: 'a signature demanded on the response, there on the assertion alone',
    control: (world) => {
      const { message, context } = soundBoth(world)
      return { message, context: { ...context, policy: { ...context.policy, requireSigned: 'both' } } }
    },
    cause: 'saml.signature.response-missing',
    build(world) {
      const { message, context } = soundAssertion(world)
      return { message, context: { ...context, policy: { ...context.policy, requireSigned: 'both' } } }
    },
  },
})

const digestOf = (world: World, value: string) =>
  deliver(world, crafted(world, { signedInfo: (xml) => xml.replace(/(<ds:DigestValue>)[^<]*/, `$1${value}`) }))

/** Void canonicalisation: a library that fails to canonicalise digests the empty string (CVE-2025-66568). */
export const emptyDigests = attacks('S13', soundCraft, {
  'of-nothing': {
    name: 'the digest of the empty string, signed',
    cause: 'saml.signature-digest.changed',
    passes: ['saml.signature-value'],
    build: (world) => digestOf(world, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='),
  },
  empty: {
    name: 'no digest at all, signed',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => digestOf(world, ''),
  },
  'one-byte': {
    name: 'one byte of the digest, signed',
    cause: 'saml.signature-digest.changed',
    passes: ['saml.signature-value'],
    build: (world) => digestOf(world, 'AA=='),
  },
  hexadecimal: {
    name: 'no Base64, signed',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => digestOf(world, 'e3:b0:c4:42'),
  },
  'relative-namespace': {
    name: 'a relative namespace name, on which some libraries fail to canonicalise, and the digest of nothing',
    cause: 'saml.signature-digest.changed',
    passes: ['saml.signature-value'],
    build: (world) =>
      deliver(
        world,
        crafted(
          world,
          {
            signedInfo: (xml) =>
              xml.replace(/(<ds:DigestValue>)[^<]*/, '$147DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='),
          },
          responseXml({
            attributes: `${soundMessage.attributes}<saml:Attribute Name="x"><saml:AttributeValue xmlns:r="relative" r:a="1"/></saml:Attribute>`,
          }),
        ),
      ),
  },
})
