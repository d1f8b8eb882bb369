import type { FaultCode } from '#shared/findings/catalogue.ts'
import { at, type MessageParts, soundMessage } from '#test/support/saml/response-message.ts'
import { attacks, strictOnly } from '../attack.ts'
import { deliver, signedAssertion, signedBoth, soundAssertion, soundBoth, type World } from '../world.ts'

const signed = (name: string, change: Partial<MessageParts>, cause: FaultCode | FaultCode[]) => ({
  name,
  cause,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, signedAssertion(world, change)),
})
const delivery = (name: string, end: string, cause: FaultCode = 'saml.confirmation-time.unreadable') =>
  signed(name, { confirmation: soundMessage.confirmation.replace(at(300), end) }, cause)
const validity = (name: string, attributes: string, cause: FaultCode) =>
  signed(name, { conditionsAttributes: attributes }, cause)
const issued = (name: string, when: string, cause: FaultCode) => ({
  ...signed(name, {}, cause),
  control: soundBoth,
  build: (world: World) =>
    deliver(world, signedBoth(world, { responseAttributes: soundMessage.responseAttributes.replace(at(-2), when) })),
})
const session = (name: string, attribute: string, cause: FaultCode) =>
  signed(
    name,
    { authnStatement: soundMessage.authnStatement.replace('SessionIndex', `${attribute} SessionIndex`) },
    cause,
  )
const signedIn = (name: string, when: string, cause: FaultCode) =>
  signed(name, { authnStatement: soundMessage.authnStatement.replace(at(-10), when) }, cause)

/** What no lenient parser turns into a moment: `new Date('never')` is NaN, and every comparison with NaN is false. */
const unreadable = {
  never: 'never',
  empty: '',
  date: '2027-01-01',
  'no-zone': '2027-01-01T00:00:00',
  offset: '2027-01-01T00:00:00+14:00',
  'small-letters': '2027-01-01t00:00:00z',
  'thirteenth-month': '2027-13-01T00:00:00Z',
  'thirtieth-february': '2027-02-30T00:00:00Z',
  'hour-25': '2027-01-01T25:00:00Z',
  'minute-60': '2027-01-01T00:60:00Z',
  'five-digits': '12027-01-01T00:00:00Z',
  negative: '-2027-01-01T00:00:00Z',
  number: '1893456000',
  words: 'Fri, 01 Jan 2027 00:00:00 GMT',
  'other-digits': '２０２７-01-01T00:00:00Z',
  'line-behind': '2027-01-01T00:00:00Z&#10;x',
  infinity: 'Infinity',
}

/** Times are UTC, of one form, and every limit is one of seconds. */
export const times = attacks('P4', soundAssertion, {
  ...Object.fromEntries(
    Object.entries(unreadable).map(([id, text]) => [
      `delivery-${id}`,
      delivery(`an end of delivery of “${text}”`, text),
    ]),
  ),
  'delivery-over': delivery('delivered 61 seconds late', at(-61), 'saml.confirmation-time.expired'),
  'delivery-over-now': delivery('delivered at the end of the skew', at(-60), 'saml.confirmation-time.expired'),
  'delivery-endless': signed(
    'no end of delivery',
    { confirmation: soundMessage.confirmation.replace(`NotOnOrAfter="${at(300)}"`, '') },
    'saml.confirmation-time.no-end',
  ),
  'delivery-early': signed(
    'delivered before its time',
    { confirmation: soundMessage.confirmation.replace('Recipient', `NotBefore="${at(61)}" Recipient`) },
    'saml.confirmation-time.too-early',
  ),
  'delivery-first-century': delivery(
    'an end in the first century',
    '0026-06-01T12:05:00Z',
    'saml.confirmation-time.expired',
  ),
  'valid-later': validity('valid from in 61 seconds', `NotBefore="${at(61)}"`, 'saml.not-before.too-early'),
  'valid-before': validity('valid until 60 seconds ago', `NotOnOrAfter="${at(-60)}"`, 'saml.not-on-or-after.expired'),
  'valid-backwards': validity(
    'an end before the beginning',
    `NotBefore="${at(30)}" NotOnOrAfter="${at(20)}"`,
    'saml.not-on-or-after.inverted',
  ),
  'valid-never': validity('an end of “never”', 'NotOnOrAfter="never"', 'saml.not-on-or-after.unreadable'),
  'valid-from-never': validity('a beginning of “never”', 'NotBefore="never"', 'saml.not-before.unreadable'),
  'valid-no-zone': validity(
    'an end without zone',
    'NotOnOrAfter="2027-01-01T00:00:00"',
    'saml.not-on-or-after.unreadable',
  ),
  'issued-later': issued('issued in 61 seconds', at(61), 'saml.issue-instant.in-the-future'),
  'issued-never': issued('issued never', 'never', 'saml.issue-instant.unreadable'),
  'issued-nowhen': {
    ...issued('not issued at all', '', 'saml.issue-instant.unreadable'),
    build: (world) =>
      deliver(
        world,
        signedBoth(world, {
          responseAttributes: soundMessage.responseAttributes.replace(`IssueInstant="${at(-2)}"`, ''),
        }),
      ),
  },
  'issued-long-ago': {
    ...issued('issued 11 minutes and a second ago', at(-661), 'saml.issue-instant.too-old'),
    modes: strictOnly,
  },
  'assertion-long-ago': {
    ...signed(
      'an old assertion in a response dated anew',
      { assertionAttributes: soundMessage.assertionAttributes.replace(at(-2), at(-86_400)) },
      'saml.issue-instant.too-old',
    ),
    modes: strictOnly,
  },
  'assertion-later': signed(
    'an assertion issued tomorrow',
    { assertionAttributes: soundMessage.assertionAttributes.replace(at(-2), at(86_400)) },
    'saml.issue-instant.in-the-future',
  ),
  'session-over': session(
    'a session that is over',
    `SessionNotOnOrAfter="${at(-61)}"`,
    'saml.authn-statement.session-over',
  ),
  'session-never': session(
    'a session that ends “never”',
    'SessionNotOnOrAfter="never"',
    'saml.authn-statement.unreadable',
  ),
  'signed-in-later': signedIn('a sign-in tomorrow', at(86_400), 'saml.authn-statement.in-the-future'),
  'signed-in-never': signedIn('a sign-in “never”', 'never', 'saml.authn-statement.unreadable'),
  'signed-in-long-ago': {
    name: 'a sign-in older than the connection allows',
    control: (world) => deliver(world, signedAssertion(world), { maximumAuthenticationAge: 600 }),
    cause: 'saml.authn-statement.too-old',
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, { authnStatement: soundMessage.authnStatement.replace(at(-10), at(-700)) }),
        { maximumAuthenticationAge: 600 },
      ),
  },
  everything: {
    ...signed('everything an hour late', {}, 'saml.not-on-or-after.expired'),
    build: (world) =>
      deliver(
        world,
        signedAssertion(world, {
          confirmation: soundMessage.confirmation.replace(at(300), at(-3_300)),
          conditionsAttributes: `NotBefore="${at(-3_660)}" NotOnOrAfter="${at(-3_300)}"`,
        }),
      ),
  },
})
