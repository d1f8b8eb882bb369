import { IDP, responseXml, sign, soundMessage } from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import { cut } from '../cut.ts'
import { ASSERTION, crafted, deliver, RESPONSE, signedAssertion, soundAssertion, type World } from '../world.ts'

/** Whoever keeps track has seen the sound assertion once. */
const seen = { wasUsed: (issuer: string, id: string) => issuer === IDP && id === ASSERTION }
const fresh = { wasUsed: () => false }
const again = (name: string, rewrite: (xml: string, world: World) => string) => ({
  name,
  control: (world: World) => deliver(world, rewrite(signedAssertion(world), world), fresh),
  cause: 'saml.replay.seen' as const,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, rewrite(signedAssertion(world), world), seen),
})
const silent = (text: string) => text.replace(/ InResponseTo="[^"]*"/, '')

/** An assertion signs someone in once, in whatever it is wrapped and however it is written (CVE-2026-18967). */
export const replays = attacks('P9', soundAssertion, {
  same: again('the same message', (xml) => xml),
  'new-response': again('in a new response', (xml) =>
    xml
      .replace('ID="_response1"', 'ID="_response2"')
      .replace('IssueInstant="2026-06-01T11:59:58Z"', 'IssueInstant="2026-06-01T12:00:00Z"'),
  ),
  'attribute-order': again('with its attributes in another order', (xml) =>
    xml.replace(/(<saml:Assertion) (xmlns:saml="[^"]*") (ID="[^"]*") (Version="2.0")/, '$1 $4 $3 $2'),
  ),
  comments: again('with comments', (xml) => xml.replace('<saml:Subject>', '<!-- x --><saml:Subject>')),
  quotes: again('in single quotes', (xml) => xml.replace(`ID="${ASSERTION}"`, `ID='${ASSERTION}'`)),
  references: again('with its ID written in character references', (xml) =>
    xml.replace(`ID="${ASSERTION}"`, 'ID="&#95;assertion1"'),
  ),
  'signature-elsewhere': again('with its signature at another place', (xml) => {
    const { before, bare, signature, after } = cut(xml)
    return before + bare.replace('</saml:Assertion>', `${signature}</saml:Assertion>`) + after
  }),
  'signed-response': {
    name: 'in a signed response',
    control: (world) => deliver(world, sign(responseXml(), world.idp, [RESPONSE]), fresh),
    cause: 'saml.replay.seen',
    build: (world) => deliver(world, sign(responseXml(), world.idp, [RESPONSE]), seen),
  },
  'other-signature': {
    name: 'signed once more',
    control: (world) => deliver(world, crafted(world, { digest: 'sha512' }), fresh),
    cause: 'saml.replay.seen',
    build: (world) => deliver(world, crafted(world, { digest: 'sha512' }), seen),
  },
  unasked: {
    name: 'a login from the identity provider',
    control: (world) => unasked(world, fresh),
    cause: 'saml.replay.seen',
    build: (world) => unasked(world, seen),
  },
})

const unasked = (world: World, memory: { wasUsed(issuer: string, id: string): boolean }) =>
  deliver(
    world,
    signedAssertion(world, {
      responseAttributes: silent(soundMessage.responseAttributes),
      confirmation: silent(soundMessage.confirmation),
    }),
    { ...memory, solicitation: { kind: 'idp-initiated' } },
  )
