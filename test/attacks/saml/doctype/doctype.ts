import { assertionXml, responseXml } from '#test/support/saml/response-message.ts'
import { encryptedAssertion } from '#test/support/xml/encrypt.ts'
import { attacks } from '../attack.ts'
import { crafted, deliver, signedAssertion, soundAssertion, type World } from '../world.ts'

const declared = (name: string, doctype: string, into: (xml: string) => string = (xml) => xml) => ({
  name,
  cause: 'xml.doctype' as const,
  build: (world: World) => deliver(world, doctype + into(signedAssertion(world))),
})
const naming = (entity: string) => (xml: string) => xml.replace('ada@example.com<', `&${entity};<`)

const utf16 = (text: string, order: 'le' | 'be', mark: boolean) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
}
const inUtf16 = (name: string, order: 'le' | 'be', mark: boolean, cause: 'xml.not-utf-8' | 'xml.not-well-formed') => ({
  name,
  cause,
  build: (world: World) => deliver(world, utf16(`<!DOCTYPE x>${signedAssertion(world)}`, order, mark)),
})
const alone = (world: World) => crafted(world, {}, assertionXml())
const encrypted = (world: World, content: string) =>
  deliver(world, responseXml({}, encryptedAssertion(content, { to: world.sp.publicKey })))

/** A DOCTYPE is refused by its name; nothing behind it is read, and no loader exists. */
export const doctypes = attacks('D1', soundAssertion, {
  plain: declared('a DOCTYPE', '<!DOCTYPE Response>'),
  internal: declared('an entity', '<!DOCTYPE x [<!ENTITY e "admin@example.com">]>', naming('e')),
  file: declared('an external entity of a file', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', naming('e')),
  web: declared(
    'an external entity of the web',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]>',
    naming('e'),
  ),
  public: declared('a public DTD', '<!DOCTYPE x PUBLIC "-//X//EN" "http://127.0.0.1:9/x.dtd">'),
  system: declared('a DTD in a file', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
  parameter: declared('a parameter entity', '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;]>'),
  defaults: declared('an attribute by default', '<!DOCTYPE x [<!ATTLIST saml:Assertion ID ID #FIXED "_evil">]>'),
  'behind-comment': declared('a DOCTYPE behind a comment', '<!-- x --><!DOCTYPE x>'),
  'behind-declaration': declared('a DOCTYPE behind the XML declaration', '<?xml version="1.0"?>\n<!DOCTYPE x>'),
  unclosed: { ...declared('a DOCTYPE without end', '<!DOCTYPE x ['), cause: 'xml.not-well-formed' },
  'small-letters': { ...declared('a doctype in small letters', '<!doctype x>'), cause: 'xml.not-well-formed' },
  undeclared: {
    name: 'an entity nobody declared',
    cause: 'xml.not-well-formed',
    build: (world) => deliver(world, naming('e')(signedAssertion(world))),
  },
  'utf-16-le': inUtf16('in UTF-16, little end first', 'le', true, 'xml.not-utf-8'),
  'utf-16-be': inUtf16('in UTF-16, big end first', 'be', true, 'xml.not-utf-8'),
  'utf-16-unmarked': inUtf16('in UTF-16 without a mark', 'le', false, 'xml.not-well-formed'),
  'utf-16-be-unmarked': inUtf16('in UTF-16 without a mark, big end first', 'be', false, 'xml.not-well-formed'),
  'utf-7': {
    name: 'in UTF-7',
    cause: 'xml.encoding-declared',
    build: (world) =>
      deliver(world, `<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-${signedAssertion(world)}`),
  },
  ebcdic: {
    name: 'another encoding declared',
    cause: 'xml.encoding-declared',
    build: (world) => deliver(world, `<?xml version="1.0" encoding="IBM037"?>${signedAssertion(world)}`),
  },
  'version-1-1': {
    name: 'XML 1.1',
    cause: 'xml.version-declared',
    build: (world) => deliver(world, `<?xml version="1.1"?>${signedAssertion(world)}`),
  },
  decrypted: {
    name: 'a DOCTYPE in what is encrypted',
    control: (world) => encrypted(world, alone(world)),
    cause: 'saml.encryption.not-xml',
    build: (world) => encrypted(world, `<!DOCTYPE x [<!ENTITY e "x">]>${alone(world)}`),
  },
  'decrypted-utf-16': {
    name: 'UTF-16 in what is encrypted',
    control: (world) => encrypted(world, alone(world)),
    cause: 'saml.encryption.not-xml',
    build: (world) =>
      encrypted(
        world,
        utf16(alone(world), 'le', true).reduce((text, byte) => text + String.fromCharCode(byte), ''),
      ),
  },
})

const laughs = Array.from({ length: 10 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
  '',
)

/** Refused before anything grows. */
export const expansions = attacks('D2', soundAssertion, {
  laughs: declared('a billion laughs', `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`, naming('l10')),
  quadratic: declared('one long entity many times', `<!DOCTYPE x [<!ENTITY e "${'a'.repeat(50_000)}">]>`, (xml) =>
    xml.replace('ada@example.com<', `${'&e;'.repeat(5_000)}<`),
  ),
  recursive: declared('an entity of itself', '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', naming('a')),
  'in-attribute': declared(
    'an entity in a default attribute',
    `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}<!ATTLIST x y CDATA "&l10;">]>`,
  ),
})

const broken = (name: string, xml: (sound: string) => string | Uint8Array) => ({
  name,
  cause: 'xml.not-well-formed' as const,
  build: (world: World) => deliver(world, xml(signedAssertion(world))),
})
const forged = '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>'

/** Lenient readers disagree: what is not well-formed is not read at all (CVE-2025-25291, CVE-2025-25292, CVE-2022-39353). */
export const malformed = attacks('S4', soundAssertion, {
  'two-roots': broken('two roots', (xml) => xml + forged),
  'two-roots-before': broken('two roots, the forged one first', (xml) => forged + xml),
  'text-behind': broken('text behind the root', (xml) => `${xml}x`),
  'text-before': broken('text before the root', (xml) => `x${xml}`),
  'duplicate-attribute': broken('an attribute twice', (xml) =>
    xml.replace(' Version="2.0"', ' Version="2.0" Version="2.0"'),
  ),
  'duplicate-by-namespace': broken('an attribute twice by two prefixes', (xml) =>
    xml.replace(' Version="2.0"', ' Version="2.0" xmlns:p="urn:p" xmlns:q="urn:p" p:a="" q:a=""'),
  ),
  'unquoted-attribute': broken('an attribute without quotes', (xml) => xml.replace('Version="2.0"', 'Version=2.0')),
  'undeclared-prefix': broken('a prefix nobody declared', (xml) =>
    xml.replace('<samlp:Status>', '<y:y/><samlp:Status>'),
  ),
  'cdata-end': broken(']]> in text', (xml) => xml.replace('>Ada<', '>A]]>da<')),
  'comment-dashes': broken('-- in a comment', (xml) => xml.replace('>Ada<', '><!-- a -- b -->Ada<')),
  'unclosed-comment': broken('a comment without end', (xml) => `${xml}<!--`),
  'crossed-tags': broken('crossed tags', (xml) => xml.replace('</saml:Subject>', '</saml:Conditions>')),
  ampersand: broken('an ampersand alone', (xml) => xml.replace('>Ada<', '>A&da<')),
  'less-than': broken('< in an attribute', (xml) => xml.replace('SessionIndex="', 'SessionIndex="<')),
  nul: broken('a NUL byte', (xml) => xml.replace('>Ada<', '>A\u0000da<')),
  'nul-behind': broken('a NUL byte behind the root', (xml) => `${xml}\u0000`),
  'nul-reference': broken('a reference to NUL', (xml) => xml.replace('>Ada<', '>A&#0;da<')),
  control: broken('a control character', (xml) => xml.replace('>Ada<', '>A\u0008da<')),
  'surrogate-reference': broken('a reference to half a character', (xml) => xml.replace('>Ada<', '>A&#xD800;da<')),
  cut: broken('the end cut off', (xml) => xml.slice(0, -1)),
  'second-declaration': broken('a second XML declaration', (xml) => `<?xml version="1.0"?><?xml version="1.0"?>${xml}`),
  'two-marks': broken('two byte order marks', (xml) => Buffer.from(`\ufeff\ufeff${xml}`)),
  'reserved-prefix': broken('xmlns as a prefix', (xml) => xml.replace('<samlp:Status>', '<xmlns:y/><samlp:Status>')),
  'undone-prefix': broken('a prefix undone', (xml) =>
    xml.replace('<samlp:Status>', '<y xmlns:samlp=""/><samlp:Status>'),
  ),
  'not-utf-8': {
    name: 'a byte that is not UTF-8',
    cause: 'xml.not-utf-8',
    build(world) {
      const bytes = Buffer.from(signedAssertion(world))
      bytes[bytes.indexOf('>Ada<') + 1] = 0xc3
      return deliver(world, bytes)
    },
  },
  overlong: {
    name: 'an overlong encoding of <',
    cause: 'xml.not-utf-8',
    build: (world) => deliver(world, Buffer.concat([Buffer.from([0xc0, 0xbc]), Buffer.from(signedAssertion(world))])),
  },
  'lone-surrogate': {
    name: 'half a character',
    cause: 'xml.not-utf-8',
    build: (world) => deliver(world, signedAssertion(world).replace('>Ada<', '>A\ud800da<')),
  },
})
