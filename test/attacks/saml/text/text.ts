import {
  assertionXml,
  attribute,
  type MessageParts,
  responseXml,
  SP,
  soundMessage,
} from '#test/support/saml/response-message.ts'
import { encryptedAssertion } from '#test/support/xml/encrypt.ts'
import { attacks } from '../attack.ts'
import {
  crafted,
  deliver,
  signedAssertion,
  signedResponse,
  soundAssertion,
  soundResponse,
  type World,
} from '../world.ts'

const signed = (name: string, change: Partial<MessageParts>) => ({
  name,
  cause: 'saml.text.split' as const,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, signedAssertion(world, change)),
})
const nameId = (text: string) => ({ nameId: `<saml:NameID>${text}</saml:NameID>` })

/** An element inside a name splits it for readers who take the first piece (CVE-2017-11427 and its family). All are signed. */
export const splitText = attacks('C1', soundAssertion, {
  'name-id': signed('in the NameID', nameId('admin@example.com<x:x xmlns:x="urn:x"/>.evil.example')),
  'name-id-element': signed('a NameID in a NameID', nameId('<saml:NameID>admin@example.com</saml:NameID>')),
  'name-id-behind': signed('behind the name', nameId('ada@example.com<saml:x/>')),
  'name-id-xinclude': signed(
    'an XInclude',
    nameId('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>ada'),
  ),
  issuer: signed('in the issuer of the assertion', {
    assertionIssuer: soundMessage.assertionIssuer.replace('idp', 'i<x/>dp'),
  }),
  'response-issuer': signed('in the issuer of the response', {
    responseIssuer: soundMessage.responseIssuer.replace('idp', 'i<x/>dp'),
  }),
  audience: signed('in the audience', { conditions: soundMessage.conditions.replace(SP, `${SP}<x/>`) }),
  'audience-of-others': signed('in another audience of the same restriction', {
    conditions: soundMessage.conditions.replace(
      '</saml:AudienceRestriction>',
      '<saml:Audience>urn:a<x/></saml:Audience></saml:AudienceRestriction>',
    ),
  }),
  email: signed('in the mapped e-mail', { attributes: attribute('email', 'ada@example.com<x/>.evil.example') }),
  groups: signed('in a mapped group', {
    attributes: `${attribute('email', 'ada@example.com')}${attribute('groups', 'admins<x/>-not')}`,
  }),
})

const instructed = (name: string, into: (xml: string) => string) => ({
  name,
  control: soundResponse,
  cause: 'xml.processing-instruction' as const,
  build: (world: World) => deliver(world, into(signedResponse(world))),
})

/** xml-crypto digests `<?p not-an-?>admin` as `not-an-admin` (OneUptime#2988): no processing instruction is let in. */
export const instructions = attacks('C2', soundResponse, {
  'name-id': instructed('in the NameID', (xml) => xml.replace('ada@example.com<', '<?p not-an-?>ada@example.com<')),
  issuer: instructed('in the issuer', (xml) => xml.replace('<saml:Issuer>', '<saml:Issuer><?p x?>')),
  attribute: instructed('in an attribute', (xml) => xml.replace('>engineering<', '><?p?>engineering<')),
  'before-root': instructed('before the root', (xml) => `<?p x?>${xml}`),
  'behind-root': instructed('behind the root', (xml) => `${xml}<?p x?>`),
  stylesheet: instructed(
    'a stylesheet',
    (xml) => `<?xml-stylesheet href="http://127.0.0.1:9/x.xsl" type="text/xsl"?>${xml}`,
  ),
  'in-signature': instructed('in the signature', (xml) =>
    xml.replace('<ds:SignatureValue>', '<ds:SignatureValue><?p x?>'),
  ),
  'in-digest': {
    name: 'in DigestValue, signed',
    cause: 'xml.processing-instruction',
    build: (world) =>
      deliver(
        world,
        crafted(world, { afterwards: (xml) => xml.replace('<ds:DigestValue>', '<ds:DigestValue><?p x?>') }),
      ),
  },
  decrypted: {
    name: 'in what is encrypted',
    control: (world) =>
      deliver(world, responseXml({}, encryptedAssertion(signedAlone(world), { to: world.sp.publicKey }))),
    cause: 'saml.encryption.not-xml',
    build(world) {
      const assertion = signedAlone(world).replace('ada@example.com<', '<?p not-an-?>ada@example.com<')
      return deliver(world, responseXml({}, encryptedAssertion(assertion, { to: world.sp.publicKey })))
    },
  },
})

const signedAlone = (world: World) => crafted(world, {}, assertionXml())

/** Signed by hand: xmldom, and so xml-crypto, turns a line separator into a line end. */
const invisible = (name: string, character: string) => ({
  name,
  cause: 'saml.name-id.control-characters' as const,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, crafted(world, {}, responseXml(nameId(`ada@example.com${character}x`)))),
})
const atTheEnd = (name: string, character: string) => ({
  ...invisible(name, ''),
  build: (world: World) => deliver(world, crafted(world, {}, responseXml(nameId(`ada@example.com${character}`)))),
})
const required = { requiredClaims: ['email'] as const }
const email = (name: string, value: string) => ({
  name,
  control: (world: World) => deliver(world, signedAssertion(world), required),
  cause: 'saml.claim.email.not-an-address' as const,
  passes: ['saml.signature-value', 'saml.signature-digest'] as const,
  build: (world: World) => deliver(world, signedAssertion(world, { attributes: attribute('email', value) }), required),
})

/** Characters that draw nothing, or draw what another draws: two names must not look like one. */
export const hiddenCharacters = attacks('C3', soundAssertion, {
  'zero-width-space': invisible('a zero-width space', '\u200b'),
  'zero-width-joiner': invisible('a zero-width joiner', '\u200d'),
  'right-to-left': invisible('a right-to-left override', '\u202e'),
  isolate: invisible('a directional isolate', '\u2066'),
  'soft-hyphen': invisible('a soft hyphen', '\u00ad'),
  'byte-order-mark': invisible('a byte order mark', '\ufeff'),
  'line-separator': invisible('a line separator', '\u2028'),
  'paragraph-separator': invisible('a paragraph separator', '\u2029'),
  'next-line': invisible('a next-line control', '\u0085'),
  tab: invisible('a tab', '&#9;'),
  'line-end': invisible('a line end', '&#10;'),
  return: invisible('a carriage return', '&#13;'),
  tag: invisible('a tag character', '\u{e0041}'),
  'mark-at-end': atTheEnd('a byte order mark at the end', '\ufeff'),
  'separator-at-end': atTheEnd('a line separator at the end', '\u2028'),
  'email-zero-width': email('an e-mail with a zero-width space', 'ada\u200b@example.com'),
  'email-no-break': email('an e-mail with a no-break space behind', 'ada@example.com\u00a0'),
  'email-homoglyph': email('an e-mail with a Cyrillic а', '\u0430da@example.com'),
  'email-two': {
    ...email('two e-mails in one value', 'ada@example.com,admin@example.com'),
    cause: 'saml.claim.email.joined' as const,
  },
  'email-quoted': email('a quoted local part', '&quot;admin@evil.example&quot;@example.com'),
  'email-comment': email('a comment in the address', 'ada(admin)@example.com'),
  'email-angle': email('an address in angle brackets', 'Ada &lt;ada@example.com&gt;'),
  'email-dotless': email('a domain without a dot', 'ada@example'),
  'email-full-width': email('a full-width @', 'ada\uff20example.com'),
})
