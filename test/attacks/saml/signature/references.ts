import { responseXml, soundMessage } from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import { crafted, deliver, RESPONSE, soundCraft, type World } from '../world.ts'

const pointing = (name: string, uri: string) => ({
  name,
  cause: 'saml.signature-shape.reference' as const,
  passes: ['saml.signature-value'] as const,
  build: (world: World) => deliver(world, crafted(world, { uri })),
})
const rewritten = (world: World, signedInfo: (xml: string) => string) => deliver(world, crafted(world, { signedInfo }))
const another = (uri: string) => (xml: string) =>
  xml.replace(/<ds:Reference.*<\/ds:Reference>/, (whole) => whole + whole.replace(/URI="[^"]*"/, `URI="${uri}"`))

/** One Reference to the ID of the parent. The signature itself is good in every case: it was made over this very SignedInfo. */
export const references = attacks('S7', soundCraft, {
  none: {
    name: 'no Reference',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => rewritten(world, (xml) => xml.replace(/<ds:Reference.*<\/ds:Reference>/, '')),
  },
  two: {
    name: 'two References, the second to the response',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => rewritten(world, another(`#${RESPONSE}`)),
  },
  twice: {
    name: 'two References to the same element',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => rewritten(world, another('#_assertion1')),
  },
  'no-uri': {
    name: 'a Reference without URI',
    cause: 'saml.signature-shape.reference',
    passes: ['saml.signature-value'],
    build: (world) => rewritten(world, (xml) => xml.replace(' URI="#_assertion1"', '')),
  },
  'namespaced-uri': {
    name: 'a Reference whose URI is in a namespace',
    cause: 'saml.signature-shape.reference',
    passes: ['saml.signature-value'],
    build: (world) => rewritten(world, (xml) => xml.replace(' URI=', ' xmlns:x="urn:x" x:URI=')),
  },
  empty: pointing('the empty URI: the whole document', ''),
  hash: pointing('a URI of # alone', '#'),
  'no-hash': pointing('the ID without #', '_assertion1'),
  response: pointing('the response, from the assertion', `#${RESPONSE}`),
  nobody: pointing('an ID nobody has', '#_nobody'),
  'xpointer-root': pointing('xpointer(/)', '#xpointer(/)'),
  'xpointer-id': pointing('xpointer(id(…))', "#xpointer(id('_assertion1'))"),
  'xpointer-element': pointing('element(/1/3)', '#element(/1/3)'),
  http: pointing('an address on the web', 'http://127.0.0.1:9/a.xml#_assertion1'),
  file: pointing('a file', 'file:///etc/passwd'),
  cid: pointing('an attachment', 'cid:_assertion1'),
  escaped: pointing('the ID with an escaped character', '#%5Fassertion1'),
  space: pointing('the ID with a space behind it', '#_assertion1 '),
  capitals: pointing('the ID in capitals', '#_ASSERTION1'),
  'other-element': {
    name: 'another element that has that ID, in Extensions',
    control: (world) => deliver(world, crafted(world, {}, responseXml(withExtension))),
    cause: 'saml.signature-shape.reference',
    passes: ['saml.signature-value'],
    build: (world) => deliver(world, crafted(world, { uri: '#_other' }, responseXml(withExtension))),
  },
})

const withExtension = {
  responseIssuer: `${soundMessage.responseIssuer}<samlp:Extensions><x:x xmlns:x="urn:x" ID="_other"/></samlp:Extensions>`,
}
