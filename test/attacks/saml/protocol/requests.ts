import type { FaultCode } from '#shared/findings/catalogue.ts'
import { type MessageParts, REQUEST, soundMessage } from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import { deliver, signedAssertion, signedBoth, soundAssertion, type World } from '../world.ts'

const InResponseTo = ` InResponseTo="${REQUEST}"`
const unasked = {
  responseAttributes: soundMessage.responseAttributes.replace(InResponseTo, ''),
  confirmation: soundMessage.confirmation.replace(InResponseTo, ''),
}
const fromProvider = { solicitation: { kind: 'idp-initiated' } } as const
const soundUnasked = (world: World) => deliver(world, signedAssertion(world, unasked), fromProvider)

const asked = (name: string, change: Partial<MessageParts>, cause: FaultCode) => ({
  name,
  cause,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, signedAssertion(world, change)),
})
const unsolicited = (name: string, change: Partial<MessageParts>, cause: FaultCode) => ({
  ...asked(name, change, cause),
  control: soundUnasked,
  build: (world: World) => deliver(world, signedAssertion(world, change), fromProvider),
})
const naming = (request: string): Partial<MessageParts> => ({
  confirmation: soundMessage.confirmation.replace(REQUEST, request),
})

/** What was asked for answers our request, in the confirmation that is signed; what was not names none. */
export const requests = attacks('P6', soundAssertion, {
  other: asked('the answer to another request', naming('_request2'), 'saml.confirmation-request.mismatch'),
  empty: asked('the answer to the empty request', naming(''), 'saml.confirmation-request.mismatch'),
  longer: asked(
    'the answer to a request that begins like ours',
    naming(`${REQUEST}2`),
    'saml.confirmation-request.mismatch',
  ),
  capitals: asked('our request in capitals', naming(REQUEST.toUpperCase()), 'saml.confirmation-request.mismatch'),
  'only-on-response': asked(
    'a stolen assertion nobody asked for, dressed up with our request on the unsigned response',
    { confirmation: unasked.confirmation },
    'saml.confirmation-request.missing',
  ),
  unasked: asked('an answer nobody asked for', unasked, 'saml.confirmation-request.missing'),
  'other-on-response': asked(
    'our request in the confirmation, another on the response',
    { responseAttributes: soundMessage.responseAttributes.replace(REQUEST, '_request2') },
    'saml.in-response-to.mismatch',
  ),
  'missing-on-signed-response': {
    name: 'our request in the confirmation, none on the signed response',
    control: (world) => deliver(world, signedBoth(world)),
    cause: 'saml.in-response-to.missing',
    build: (world) => deliver(world, signedBoth(world, { responseAttributes: unasked.responseAttributes })),
  },
  'other-in-both': {
    ...asked('another request in both', {}, 'saml.confirmation-request.mismatch'),
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, {
          ...naming('_request2'),
          responseAttributes: soundMessage.responseAttributes.replace(REQUEST, '_request2'),
        }),
      ),
  },
  'provider-both': unsolicited(
    'a login from the identity provider that names a request',
    {},
    'saml.confirmation-request.unsolicited',
  ),
  'provider-response': unsolicited(
    'one that names a request on the response alone',
    { confirmation: unasked.confirmation },
    'saml.in-response-to.unsolicited',
  ),
  'provider-confirmation': unsolicited(
    'one that names a request in the confirmation alone',
    { responseAttributes: unasked.responseAttributes },
    'saml.confirmation-request.unsolicited',
  ),
  'provider-empty': unsolicited(
    'one that names the empty request',
    { responseAttributes: unasked.responseAttributes, ...naming('') },
    'saml.confirmation-request.unsolicited',
  ),
})
