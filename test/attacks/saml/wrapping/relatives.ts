import { sign, soundMessage } from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import { cut, evilAssertion, evilParts, evilResponse, extensions, inside, withSignature } from '../cut.ts'
import {
  deliver,
  signedAssertion,
  signedBoth,
  signedResponse,
  soundAssertion,
  soundBoth,
  soundResponse,
  type World,
} from '../world.ts'

const parts = (world: World) => cut(signedAssertion(world))
const advice = (content: string) => `<saml:Advice>${content}</saml:Advice>`
const forging = (world: World, hide: (signed: string) => string) => {
  const { before, assertion, after } = parts(world)
  return deliver(world, before.replace('<samlp:Status>', `${hide(assertion)}<samlp:Status>`) + evilAssertion() + after)
}
const inForged = (world: World, hide: (forged: string, signed: string) => string) => {
  const { before, assertion, after } = parts(world)
  return deliver(world, before + hide(evilAssertion(), assertion) + after)
}

/** Other hiding places, and other ways to lend a signature. */
export const relatives = attacks('S1', soundAssertion, {
  extensions: {
    name: 'the signed assertion in Extensions, a forged one in its place',
    cause: 'saml.structure.assertion-misplaced',
    build: (world) => forging(world, extensions),
  },
  'stray-advice': {
    name: 'the signed assertion in an Advice in Extensions',
    cause: 'saml.structure.assertion-misplaced',
    build: (world) => forging(world, (signed) => extensions(advice(signed))),
  },
  wrapper: {
    name: 'the signed assertion in a foreign element',
    cause: 'saml.structure.assertion-misplaced',
    build: (world) => forging(world, (signed) => `<x:wrap xmlns:x="urn:x">${signed}</x:wrap>`),
  },
  'status-detail': {
    name: 'the signed assertion in StatusDetail',
    cause: 'saml.structure.assertion-misplaced',
    build(world) {
      const { before, assertion, after } = parts(world)
      const detail = `<samlp:StatusDetail>${assertion}</samlp:StatusDetail></samlp:Status>`
      return deliver(world, before.replace('</samlp:Status>', detail) + evilAssertion() + after)
    },
  },
  advice: {
    name: 'the signed assertion in the Advice of a forged one',
    cause: 'saml.signature.missing',
    build: (world) =>
      inForged(world, (forged, signed) =>
        forged.replace('<saml:AuthnStatement', `${advice(signed)}<saml:AuthnStatement`),
      ),
  },
  'advice-signature': {
    name: 'as before, with its signature on the forged one',
    cause: 'saml.signature-shape.reference',
    build: (world) =>
      inForged(world, (forged, signed) => {
        const { signature, bare } = cut(signed)
        return withSignature(forged.replace('<saml:AuthnStatement', `${advice(bare)}<saml:AuthnStatement`), signature)
      }),
  },
  'attribute-value': {
    name: 'the signed assertion in an attribute of a forged one',
    cause: 'saml.structure.assertion-misplaced',
    build: (world) =>
      inForged(world, (forged, signed) =>
        forged.replace(
          '</saml:AttributeStatement>',
          `<saml:Attribute Name="x"><saml:AttributeValue>${signed}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>`,
        ),
      ),
  },
  'confirmation-data': {
    name: 'the signed assertion in the confirmation of a forged one',
    cause: 'saml.structure.assertion-misplaced',
    build: (world) =>
      inForged(world, (forged, signed) =>
        forged.replace(
          '</saml:SubjectConfirmation>',
          `<saml:SubjectConfirmationData>${signed}</saml:SubjectConfirmationData></saml:SubjectConfirmation>`,
        ),
      ),
  },
  behind: {
    name: 'a forged assertion behind the signed one',
    cause: 'saml.structure.several-assertions',
    build(world) {
      const { before, assertion, after } = parts(world)
      return deliver(world, before + assertion + evilAssertion() + after)
    },
  },
  'two-signed': {
    name: 'two assertions, both really signed',
    cause: 'saml.structure.several-assertions',
    build(world) {
      const { before, assertion, after } = parts(world)
      return deliver(world, sign(before + assertion + evilAssertion() + after, world.idp, ['_evil']))
    },
  },
  'identity-swap': {
    name: 'a forged assertion that took over the ID, the signed one left without',
    cause: 'saml.structure.several-assertions',
    build(world) {
      const { before, assertion, after } = parts(world)
      const taken = evilAssertion().replace('_evil', '_assertion1')
      return deliver(world, before + taken + assertion.replace(' ID="_assertion1"', '') + after)
    },
  },
  'moved-up': {
    name: "the assertion's signature on the response",
    cause: 'saml.signature-shape.reference',
    build(world) {
      const { before, bare, signature, after } = parts(world)
      return deliver(world, withSignature(before, signature) + bare + after)
    },
  },
  'moved-down': {
    name: "the response's signature on a forged assertion",
    control: soundResponse,
    cause: 'saml.signature-shape.reference',
    build(world) {
      const signed = signedResponse(world)
      const { signature } = cut(signed)
      const bare = signed.replace(signature, '')
      const { before, after } = cut(bare)
      return deliver(world, before + withSignature(evilAssertion(), signature) + after)
    },
  },
  beside: {
    name: 'the signature beside the assertion it was in',
    cause: 'saml.signature-shape.reference',
    build(world) {
      const { before, bare, signature, after } = parts(world)
      return deliver(world, before + bare + signature + after)
    },
  },
  'copied-signature': {
    name: 'the signature once more on a forged assertion',
    cause: 'saml.structure.several-assertions',
    build(world) {
      const { before, assertion, signature, after } = parts(world)
      return deliver(world, before + assertion + withSignature(evilAssertion(), signature) + after)
    },
  },
  'added-to-signed-response': {
    name: 'a forged assertion in place of the one in a signed response',
    control: soundResponse,
    cause: 'saml.signature-digest.changed',
    build: (world) =>
      deliver(world, signedResponse(world).replace(/<saml:Assertion.*<\/saml:Assertion>/, evilAssertion())),
  },
  'response-around': {
    name: 'the whole signed response inside a forged one',
    control: soundBoth,
    cause: 'saml.structure.assertion-misplaced',
    build: (world) => deliver(world, inside('samlp:Response', evilResponse(), signedBoth(world))),
  },
  envelope: {
    name: 'the signed response inside a foreign root',
    control: soundResponse,
    cause: 'saml.message.not-a-response',
    build: (world) =>
      deliver(
        world,
        `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">${signedResponse(world)}</soap:Envelope>`,
      ),
  },
  'one-of-two': {
    name: 'the signed assertion put into another, unsigned user’s subject',
    cause: 'saml.structure.assertion-misplaced',
    build: (world) =>
      inForged(world, (forged, signed) => forged.replace(evilParts.nameId, `${evilParts.nameId}${signed}`)),
  },
  'same-id-element': {
    name: 'an element of the same ID before the signed assertion',
    cause: 'saml.structure.identifier-shared',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world).replace(
          soundMessage.status,
          extensions('<x:x xmlns:x="urn:x" ID="_assertion1"/>') + soundMessage.status,
        ),
      ),
  },
})
