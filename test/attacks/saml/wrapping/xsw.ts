import { attacks } from '../attack.ts'
import { cut, evilAssertion, evilResponse, extensions, inside, withSignature } from '../cut.ts'
import { deliver, signedAssertion, signedResponse, soundAssertion, soundResponse, type World } from '../world.ts'

const parts = (world: World) => cut(signedAssertion(world))
const sameId = () => evilAssertion().replace('_evil', '_assertion1')

/** Signature wrapping as SAML Raider numbers it (Somorovsky et al. 2012; SAMLRaider, XSWHelpers.java). */
export const xsw = attacks('S1', soundAssertion, {
  xsw1: {
    name: 'XSW1: a forged response, the signed one inside its signature',
    control: soundResponse,
    cause: 'saml.structure.assertion-misplaced',
    build(world) {
      const signed = signedResponse(world)
      const { signature } = cut(signed)
      return deliver(
        world,
        withSignature(evilResponse(), inside('ds:Signature', signature, signed.replace(signature, ''))),
      )
    },
  },
  xsw2: {
    name: 'XSW2: a forged response, the signed one before its signature',
    control: soundResponse,
    cause: 'saml.structure.assertion-misplaced',
    build(world) {
      const signed = signedResponse(world)
      const { signature } = cut(signed)
      return deliver(world, withSignature(evilResponse(), signed.replace(signature, '') + signature))
    },
  },
  xsw3: {
    name: 'XSW3: a forged assertion before the signed one',
    cause: 'saml.structure.several-assertions',
    build(world) {
      const { before, assertion, after } = parts(world)
      return deliver(world, before + evilAssertion() + assertion + after)
    },
  },
  xsw4: {
    name: 'XSW4: a forged assertion around the signed one',
    cause: 'saml.structure.assertion-misplaced',
    build(world) {
      const { before, assertion, after } = parts(world)
      return deliver(world, before + inside('saml:Assertion', evilAssertion(), assertion) + after)
    },
  },
  xsw5: {
    name: 'XSW5: a forged assertion with the signature, the signed one at the end without it',
    cause: 'saml.structure.several-assertions',
    build(world) {
      const { before, signature, bare, after } = parts(world)
      return deliver(world, before + withSignature(evilAssertion(), signature) + bare + after)
    },
  },
  xsw6: {
    name: 'XSW6: a forged assertion with the signature, the signed one inside the signature',
    cause: 'saml.structure.assertion-misplaced',
    build(world) {
      const { before, signature, bare, after } = parts(world)
      return deliver(world, before + withSignature(evilAssertion(), inside('ds:Signature', signature, bare)) + after)
    },
  },
  xsw7: {
    name: 'XSW7: a forged assertion of the same ID in Extensions',
    cause: 'saml.structure.assertion-misplaced',
    build(world) {
      const { before, assertion, after } = parts(world)
      return deliver(world, before + extensions(sameId()) + assertion + after)
    },
  },
  xsw8: {
    name: 'XSW8: a forged assertion of the same ID, the signed one in a ds:Object of its signature',
    cause: 'saml.structure.assertion-misplaced',
    build(world) {
      const { before, signature, bare, after } = parts(world)
      const holding = inside('ds:Signature', signature, `<ds:Object>${bare}</ds:Object>`)
      return deliver(world, before + withSignature(sameId(), holding) + after)
    },
  },
})
