import type { FaultCode } from '#shared/findings/catalogue.ts'
import { ACS, type MessageParts, SP, soundMessage } from '#test/support/saml/response-message.ts'
import { attacks, strictOnly } from '../attack.ts'
import { deliver, signedAssertion, signedBoth, soundAssertion, soundBoth, type World } from '../world.ts'

const audiences = (...values: string[]) =>
  `<saml:AudienceRestriction>${values.map((value) => `<saml:Audience>${value}</saml:Audience>`).join('')}</saml:AudienceRestriction>`
const conditions = (name: string, content: string, cause: FaultCode | FaultCode[] = 'saml.audience.mismatch') => ({
  name,
  cause,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, signedAssertion(world, { conditions: content })),
})

/** At least one restriction, and each of them names us exactly. */
export const audience = attacks('P2', soundAssertion, {
  none: conditions('no restriction', '', 'saml.audience.missing'),
  empty: conditions('an empty restriction', audiences()),
  'empty-audience': conditions('an empty audience', audiences('')),
  foreign: conditions('another application', audiences('https://other.example/saml')),
  prefix: conditions('the beginning of our name', audiences(SP.slice(0, -1))),
  longer: conditions('a longer name', audiences(`${SP}.evil.example`)),
  capitals: conditions('our name in capitals', audiences(SP.toUpperCase())),
  slash: conditions('our name with a slash', audiences(`${SP}/`)),
  scheme: conditions('our name by http', audiences(SP.replace('https', 'http'))),
  list: conditions('our name among others in one text', audiences(`urn:a ${SP}`)),
  pattern: conditions('a pattern', audiences('*')),
  'second-restriction': conditions('a second restriction without us', audiences(SP) + audiences('urn:other')),
  'first-restriction': conditions('a first restriction without us', audiences('urn:other') + audiences(SP)),
  unknown: conditions('an unknown condition', `${audiences(SP)}<x:Only xmlns:x="urn:x"/>`, 'saml.conditions.unknown'),
  'unknown-type': conditions(
    'a condition of a type nobody knows',
    `${audiences(SP)}<saml:Condition xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:x="urn:x" xsi:type="x:Delegation"/>`,
    'saml.conditions.unknown',
  ),
  'two-conditions': {
    name: 'a second Conditions',
    cause: 'saml.conditions.several',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, { conditions: `${audiences(SP)}</saml:Conditions><saml:Conditions>${audiences(SP)}` }),
      ),
  },
  'outside-conditions': {
    name: 'the audience beside Conditions',
    cause: 'saml.audience.missing',
    build(world) {
      const authnStatement = `<saml:Advice>${audiences(SP)}</saml:Advice>${soundMessage.authnStatement}`
      return deliver(world, signedAssertion(world, { conditions: '', authnStatement }))
    },
  },
})

const recipient = (name: string, attribute: string, cause: FaultCode = 'saml.recipient.mismatch') => ({
  name,
  cause,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) =>
    deliver(
      world,
      signedAssertion(world, { confirmation: soundMessage.confirmation.replace(`Recipient="${ACS}"`, attribute) }),
    ),
})
const destination = (name: string, attribute: string, cause: FaultCode = 'saml.destination.mismatch') => ({
  name,
  control: soundBoth,
  cause,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) =>
    deliver(
      world,
      signedBoth(world, {
        responseAttributes: soundMessage.responseAttributes.replace(`Destination="${ACS}"`, attribute),
      }),
    ),
})
const bothElsewhere = (url: string): Partial<MessageParts> => ({
  confirmation: soundMessage.confirmation.replace(ACS, url),
  responseAttributes: soundMessage.responseAttributes.replace(ACS, url),
})

/** Our ACS URL, character for character, in both places. */
export const addresses = attacks('P3', soundAssertion, {
  'recipient-foreign': recipient('for another application', 'Recipient="https://evil.example/acs"'),
  'recipient-longer': recipient('for a longer URL', `Recipient="${ACS}/evil"`),
  'recipient-shorter': recipient('for a shorter URL', `Recipient="${ACS.slice(0, -1)}"`),
  'recipient-capitals': recipient('for our URL in capitals', `Recipient="${ACS.toUpperCase()}"`),
  'recipient-query': recipient('for our URL with a query', `Recipient="${ACS}?x=1"`),
  'recipient-scheme': recipient('for our URL by http', `Recipient="${ACS.replace('https', 'http')}"`),
  'recipient-user': recipient(
    'for our URL with a user',
    `Recipient="${ACS.replace('https://', 'https://app.customer.example@evil.example/')}"`,
  ),
  'recipient-space': recipient('for our URL with a space', `Recipient="${ACS} "`),
  'recipient-list': recipient('for our URL among others', `Recipient="${ACS} https://evil.example"`),
  'recipient-empty': recipient('for nobody', 'Recipient=""', 'saml.recipient.missing'),
  'recipient-missing': recipient('without recipient', '', 'saml.recipient.missing'),
  'destination-foreign': destination('sent to another application', 'Destination="https://evil.example/acs"'),
  'destination-longer': destination('sent to a longer URL', `Destination="${ACS}x"`),
  'destination-suffix': destination('sent to a URL that ends like ours', `Destination="https://evil.example/${ACS}"`),
  'destination-missing': {
    ...destination('a signed response sent to nobody', '', 'saml.destination.missing'),
    modes: strictOnly,
  },
  'destination-empty': {
    ...destination('a signed response sent to no URL', 'Destination=""', 'saml.destination.missing'),
    modes: strictOnly,
  },
  'destination-unsigned': {
    name: 'an unsigned response sent elsewhere',
    cause: 'saml.destination.mismatch',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, {
          responseAttributes: soundMessage.responseAttributes.replace(ACS, 'https://evil.example/acs'),
        }),
      ),
  },
  both: {
    name: 'made for another application, in both places',
    control: soundBoth,
    cause: 'saml.recipient.mismatch',
    build: (world) => deliver(world, signedBoth(world, bothElsewhere('https://evil.example/acs'))),
  },
})
