import { IDP, type MessageParts, responseXml, sign } from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import {
  ASSERTION,
  crafted,
  deliver,
  RESPONSE,
  signedAssertion,
  signedBoth,
  soundAssertion,
  soundBoth,
  type World,
} from '../world.ts'

const issuer = (value: string) => `<saml:Issuer>${value}</saml:Issuer>`
const ofAssertion = (name: string, value: string) => ({
  name: `the assertion is issued by ${name}`,
  cause: 'saml.assertion-issuer.mismatch' as const,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, signedAssertion(world, { assertionIssuer: issuer(value) })),
})
const bySecond = (world: World, parts: Partial<MessageParts>) =>
  deliver(world, sign(responseXml(parts), world.attacker, [ASSERTION]))

/** Both issuers are the connection's, and its keys alone are tried, whatever the message says its issuer is. */
export const issuers = attacks('T2', soundAssertion, {
  other: ofAssertion('another identity provider', 'https://evil.example/entity'),
  longer: ofAssertion('a longer name that begins like ours', `${IDP}.evil.example`),
  shorter: ofAssertion('the beginning of our name', IDP.slice(0, -1)),
  capitals: ofAssertion('our name in capitals', IDP.toUpperCase()),
  slash: ofAssertion('our name with a slash behind it', `${IDP}/`),
  invisible: ofAssertion('our name with an invisible character', `${IDP}\u200b`),
  'no-break-space': ofAssertion('our name with a no-break space', `${IDP}\u00a0`),
  empty: ofAssertion('nobody', ''),
  missing: {
    name: 'the assertion has no issuer',
    cause: 'saml.assertion-issuer.missing',
    build: (world) => deliver(world, crafted(world, { place: 'last' }, responseXml({ assertionIssuer: '' }))),
  },
  'namespaced-issuer': {
    name: 'the issuer stands in another namespace',
    cause: 'saml.assertion-issuer.missing',
    build: (world) => {
      const assertionIssuer = `<x:Issuer xmlns:x="urn:x">${IDP}</x:Issuer>`
      return deliver(world, crafted(world, { place: 'last' }, responseXml({ assertionIssuer })))
    },
  },
  'of-response': {
    name: 'the signed response is issued by another',
    control: soundBoth,
    cause: 'saml.response-issuer.mismatch',
    build: (world) => deliver(world, signedBoth(world, { responseIssuer: issuer('https://evil.example/entity') })),
  },
  'of-unsigned-response': {
    name: 'the unsigned response is issued by another',
    cause: 'saml.response-issuer.mismatch',
    build: (world) => deliver(world, signedAssertion(world, { responseIssuer: issuer('https://evil.example/entity') })),
  },
  'missing-of-response': {
    name: 'the signed response has no issuer',
    control: soundBoth,
    cause: 'saml.response-issuer.missing',
    build: (world) =>
      deliver(world, crafted(world, { id: RESPONSE, place: 'first' }, responseXml({ responseIssuer: '' }))),
  },
  'second-provider': {
    name: 'a response of another identity provider with its own key',
    cause: 'saml.assertion-issuer.mismatch',
    build: (world) =>
      bySecond(world, { assertionIssuer: issuer('https://b.example'), responseIssuer: issuer('https://b.example') }),
  },
  'second-provider-in-our-name': {
    name: 'a response of another identity provider in the name of ours',
    cause: 'saml.signature-value.key-rolled',
    build: (world) => bySecond(world, {}),
  },
})
