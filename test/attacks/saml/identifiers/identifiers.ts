import { responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import { cut, evilAssertion, extensions } from '../cut.ts'
import {
  ASSERTION,
  crafted,
  deliver,
  signedAssertion,
  soundAssertion,
  soundBoth,
  soundCraft,
  type World,
} from '../world.ts'

const holding = (attribute: string) => ({
  name: `${attribute} on another element`,
  cause: 'saml.structure.identifier-shared' as const,
  passes: ['saml.signature-value'] as const,
  build: (world: World) =>
    deliver(
      world,
      signedAssertion(world).replace(
        '<samlp:Status>',
        `${extensions(`<x:x xmlns:x="urn:x" ${attribute}/>`)}<samlp:Status>`,
      ),
    ),
})
const responseIdentified = (by: string) => soundMessage.responseAttributes.replace('ID="_response1"', by)
const malformed = (name: string, id: string) => ({
  name,
  control: soundBoth,
  cause: 'saml.structure.identifier-malformed' as const,
  passes: ['saml.signature-value'] as const,
  build(world: World) {
    const attributes = { assertionAttributes: soundMessage.assertionAttributes.replace(ASSERTION, id) }
    const decoded = id.replaceAll('&quot;', '"').replaceAll('&#10;', '\n')
    return deliver(world, crafted(world, { id: decoded, uri: `#${id}` }, responseXml(attributes)))
  },
})

/** Everything that any reader takes for an ID, in whatever case and namespace, exists once (GHSL-2024-329, GHSL-2024-330). */
export const identifiers = attacks('S15', soundAssertion, {
  upper: holding('ID="_assertion1"'),
  mixed: holding('Id="_assertion1"'),
  lower: holding('id="_assertion1"'),
  other: holding('iD="_assertion1"'),
  'xml-id': holding('xml:id="_assertion1"'),
  namespaced: holding('x:ID="_assertion1"'),
  'security-utility': holding('xmlns:wsu="urn:wsu" wsu:Id="_assertion1"'),
  response: holding('ID="_response1"'),
  'on-itself': {
    name: 'the ID of the assertion on its own subject',
    cause: 'saml.structure.identifier-shared',
    build(world) {
      const xml = responseXml().replace('<saml:Subject>', '<saml:Subject Id="_assertion1">')
      return deliver(world, crafted(world, {}, xml))
    },
  },
  'of-key-info': {
    name: 'the ID of the assertion on KeyInfo',
    control: soundCraft,
    cause: 'saml.structure.identifier-shared',
    passes: ['saml.signature-value'],
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          afterwards: (xml) => xml.replace('</ds:Signature>', '<ds:KeyInfo Id="_assertion1"/></ds:Signature>'),
        }),
      ),
  },
  'same-on-both': {
    name: 'one ID for response and assertion',
    control: soundBoth,
    cause: 'saml.structure.identifier-shared',
    build: (world) =>
      deliver(world, signedAssertion(world, { responseAttributes: responseIdentified('ID="_assertion1"') })),
  },
  'in-advice': {
    name: 'the ID of the assertion again in its Advice',
    cause: 'saml.structure.identifier-shared',
    build(world) {
      const advice = `<saml:Advice>${evilAssertion().replace('_evil', ASSERTION)}</saml:Advice>`
      return deliver(
        world,
        crafted(world, {}, responseXml().replace('<saml:AuthnStatement', `${advice}<saml:AuthnStatement`)),
      )
    },
  },
  'no-id-assertion': {
    name: 'an assertion without ID',
    cause: 'saml.structure.identifier-missing',
    build(world) {
      const { before, bare, signature, after } = cut(signedAssertion(world))
      return deliver(
        world,
        before + bare.replace(' ID="_assertion1"', '').replace('</saml:Issuer>', `</saml:Issuer>${signature}`) + after,
      )
    },
  },
  'no-id-response': {
    name: 'a response without ID',
    cause: 'saml.structure.identifier-missing',
    passes: ['saml.signature-value', 'saml.signature-digest'],
    build: (world) => deliver(world, signedAssertion(world, { responseAttributes: responseIdentified('') })),
  },
  'namespaced-id': {
    name: 'a response whose ID is in a namespace',
    cause: 'saml.structure.identifier-missing',
    build: (world) =>
      deliver(world, signedAssertion(world, { responseAttributes: responseIdentified('samlp:ID="_response1"') })),
  },
  'lower-id': {
    name: 'a response whose ID is called Id',
    cause: 'saml.structure.identifier-missing',
    build: (world) =>
      deliver(world, signedAssertion(world, { responseAttributes: responseIdentified('Id="_response1"') })),
  },
  'empty-id': {
    name: 'a response whose ID is empty',
    cause: 'saml.structure.identifier-missing',
    build: (world) => deliver(world, signedAssertion(world, { responseAttributes: responseIdentified('ID=""') })),
  },
  'two-cases': {
    name: 'an evil ID in a namespace beside the signed one',
    control: soundBoth,
    cause: 'saml.structure.identifier-shared',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, { responseAttributes: `${soundMessage.responseAttributes} samlp:ID="${ASSERTION}"` }),
      ),
  },
  xpath: malformed('an ID written for an XPath', "x' or '1'='1"),
  quote: malformed('an ID with a double quote', '_a&quot;b'),
  pointer: malformed('an ID that is an XPointer', "xpointer(id('a'))"),
  space: malformed('an ID with a space', '_a b'),
  hash: malformed('an ID with #', '_a#b'),
  'line-end': malformed('an ID with a line end', '_a&#10;b'),
})

const lookAlike = (name: string, element: string) => ({
  name,
  cause: 'saml.structure.look-alike' as const,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) =>
    deliver(world, signedAssertion(world).replace('</samlp:Response>', `${element}</samlp:Response>`)),
})

/** Namespaces decide, prefixes and looks do not (PortSwigger, “The Fragile Lock”; CVE-2025-66567). */
export const namespaces = attacks('S3', soundAssertion, {
  'no-namespace': lookAlike(
    'an Assertion in no namespace',
    evilAssertion().replaceAll('saml:', '').replace(' xmlns:saml=', ' data='),
  ),
  'saml-1': lookAlike(
    'an Assertion of SAML 1.1',
    evilAssertion().replaceAll('SAML:2.0:assertion', 'SAML:1.0:assertion'),
  ),
  capitals: lookAlike(
    'an Assertion in our namespace in capitals',
    evilAssertion().replace('xmlns:saml="urn:oasis', 'xmlns:saml="URN:OASIS'),
  ),
  slash: lookAlike(
    'an Assertion in our namespace with a slash',
    evilAssertion().replace('SAML:2.0:assertion"', 'SAML:2.0:assertion/"'),
  ),
  protocol: lookAlike('an Assertion in the protocol namespace', '<samlp:Assertion ID="_evil"/>'),
  encrypted: lookAlike('an EncryptedAssertion in a foreign namespace', '<x:EncryptedAssertion xmlns:x="urn:x"/>'),
  response: lookAlike('a Response in a foreign namespace', '<x:Response xmlns:x="urn:x"/>'),
  signature: lookAlike(
    'a Signature in a foreign namespace',
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig"/>',
  ),
  'signature-unnamed': lookAlike('a Signature in no namespace', '<Signature/>'),
  'rebound-prefix': lookAlike(
    'our prefix bound to another namespace',
    '<saml:Assertion xmlns:saml="urn:x" ID="_evil"/>',
  ),
  'rebound-root': {
    name: 'a root whose prefix is bound to another namespace',
    cause: 'saml.message.not-a-response',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world).replace('xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"', 'xmlns:samlp="urn:x"'),
      ),
  },
  'signature-of-another': {
    name: 'the only signature in a foreign namespace',
    cause: 'saml.structure.look-alike',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world).replace('xmlns:ds="http://www.w3.org/2000/09/xmldsig#"', 'xmlns:ds="urn:x"'),
      ),
  },
  'attribute-pollution': {
    name: 'a second Destination and ID in the protocol namespace',
    control: soundBoth,
    cause: ['saml.structure.identifier-shared', 'saml.destination.mismatch'],
    build: (world) =>
      deliver(
        world,
        sign(
          responseXml({
            responseAttributes: `${responseIdentified('ID="_response1"').replace('Destination="', 'Destination="https://evil.example/')} samlp:ID="${ASSERTION}" samlp:Destination="https://app.customer.example/saml/acs"`,
          }),
          world.idp,
          [ASSERTION],
        ),
      ),
  },
  'recipient-pollution': {
    name: 'our ACS URL as Recipient in a namespace, another one as the real one',
    cause: 'saml.recipient.mismatch',
    passes: ['saml.signature-value', 'saml.signature-digest'],
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, {
          confirmation: soundMessage.confirmation.replace(
            'Recipient="',
            'saml:Recipient="https://app.customer.example/saml/acs" Recipient="https://evil.example/',
          ),
        }),
      ),
  },
  'foreign-audience': {
    name: 'our name as Audience in a foreign namespace',
    cause: 'saml.audience.mismatch',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, {
          conditions:
            '<saml:AudienceRestriction><x:Audience xmlns:x="urn:x">https://app.customer.example/saml</x:Audience></saml:AudienceRestriction>',
        }),
      ),
  },
  'foreign-restriction': {
    name: 'an AudienceRestriction in a foreign namespace',
    cause: ['saml.audience.missing', 'saml.conditions.unknown'],
    build(world) {
      const conditions = soundMessage.conditions.replaceAll('saml:AudienceRestriction', 'x:AudienceRestriction')
      return deliver(world, signedAssertion(world, { conditions: conditions.replace('>', ' xmlns:x="urn:x">') }))
    },
  },
  'signature-1-1': lookAlike(
    'a Signature of XML-DSig 1.1',
    '<ds:Signature xmlns:ds="http://www.w3.org/2009/xmldsig11#"/>',
  ),
})
