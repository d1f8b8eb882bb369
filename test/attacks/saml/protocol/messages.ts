import { assertionXml, type MessageParts, soundMessage } from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import { crafted, deliver, signedAssertion, signedBoth, soundAssertion, soundBoth, type World } from '../world.ts'

const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol'
const other = (name: string, xml: string) => ({
  name,
  cause: 'saml.message.not-a-response' as const,
  build: (world: World) => deliver(world, xml),
})
const signed = (cause: 'saml.message.version', name: string, change: Partial<MessageParts>) => ({
  name,
  cause,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, signedAssertion(world, change)),
})
const version = (part: 'responseAttributes' | 'assertionAttributes', to: string) => ({
  [part]: soundMessage[part].replace('Version="2.0"', to),
})

/** Only a Response of SAML 2.0 signs anyone in. */
export const messages = attacks('P1', soundAssertion, {
  'bare-assertion': {
    name: 'a signed assertion without a response',
    cause: 'saml.message.not-a-response',
    build: (world) => deliver(world, crafted(world, {}, assertionXml())),
  },
  'logout-response': other(
    'a LogoutResponse',
    `<samlp:LogoutResponse xmlns:samlp="${PROTOCOL}" ID="_a" Version="2.0"/>`,
  ),
  'authn-request': other('an AuthnRequest', `<samlp:AuthnRequest xmlns:samlp="${PROTOCOL}" ID="_a" Version="2.0"/>`),
  'artifact-response': {
    name: 'the response inside an ArtifactResponse',
    cause: 'saml.message.not-a-response',
    build: (world) =>
      deliver(
        world,
        `<samlp:ArtifactResponse xmlns:samlp="${PROTOCOL}">${signedAssertion(world)}</samlp:ArtifactResponse>`,
      ),
  },
  'other-name': {
    name: 'a root called response',
    cause: 'saml.message.not-a-response',
    build: (world) => deliver(world, signedAssertion(world).replaceAll('samlp:Response', 'samlp:response')),
  },
  'saml-1-response': signed(
    'saml.message.version',
    'a response of version 1.1',
    version('responseAttributes', 'Version="1.1"'),
  ),
  'saml-1-assertion': signed(
    'saml.message.version',
    'an assertion of version 1.1',
    version('assertionAttributes', 'Version="1.1"'),
  ),
  'no-version': signed('saml.message.version', 'a response without version', version('responseAttributes', '')),
  'version-2-1': signed(
    'saml.message.version',
    'an assertion of version 2.1',
    version('assertionAttributes', 'Version="2.1"'),
  ),
  'no-assertion': {
    name: 'no assertion',
    cause: 'saml.structure.no-assertion',
    build: (world) => deliver(world, signedAssertion(world).replace(/<saml:Assertion.*<\/saml:Assertion>/, '')),
  },
})

const status = (name: string, codes: string) => ({
  name,
  control: soundBoth,
  cause: 'saml.status.not-success' as const,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, signedBoth(world, { status: `<samlp:Status>${codes}</samlp:Status>` })),
})
const code = (value: string, nested = '') =>
  `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${value}">${nested}</samlp:StatusCode>`

/** An assertion beside any other status than Success counts for nothing. */
export const statuses = attacks('P5', soundBoth, {
  responder: status('Responder', code('Responder')),
  requester: status('Requester with AuthnFailed', code('Requester', code('AuthnFailed'))),
  nested: status('Success with a code inside', code('Success', code('AuthnFailed'))),
  'nested-success': status('Success inside Responder', code('Responder', code('Success'))),
  'second-code': status('Success, and Responder beside it', code('Success') + code('Responder')),
  'first-code': status('Responder, and Success beside it', code('Responder') + code('Success')),
  capitals: status('SUCCESS', code('SUCCESS')),
  longer: status('Success and more', code('SuccessOrNot')),
  unnamed: status('a code without value', '<samlp:StatusCode/>'),
  'second-status': {
    ...status('a second Status', ''),
    build: (world) =>
      deliver(
        world,
        signedBoth(world, { status: soundMessage.status + soundMessage.status.replace('Success', 'Responder') }),
      ),
  },
  none: { ...status('no code', ''), cause: 'saml.status.missing' },
  missing: {
    ...status('no status', ''),
    cause: 'saml.status.missing',
    build: (world) => deliver(world, signedBoth(world, { status: '' })),
  },
  foreign: {
    ...status('a status in a foreign namespace', ''),
    cause: 'saml.status.missing',
    build: (world) => deliver(world, signedBoth(world, { status: '<x:Status xmlns:x="urn:x"/>' })),
  },
  'unsigned-response': {
    name: 'an unsigned response that says the login failed',
    control: soundAssertion,
    cause: 'saml.status.not-success',
    build: (world) =>
      deliver(world, signedAssertion(world, { status: `<samlp:Status>${code('Responder')}</samlp:Status>` })),
  },
})
