import { attacks } from '../attack.ts'
import { cut, evilAssertion, inside, withSignature } from '../cut.ts'
import { crafted, deliver, signedAssertion, soundAssertion, soundCraft, type World } from '../world.ts'

const decoy = '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>'
const finish = (world: World, afterwards: (signature: string) => string) =>
  deliver(world, crafted(world, { afterwards }))
const first = (content: string) => (signature: string) => signature.replace(/(<ds:Signature [^>]*>)/, `$1${content}`)
const last = (content: string) => (signature: string) => inside('ds:Signature', signature, content)
const twin = (local: string) => (xml: string) =>
  xml.replace(new RegExp(`<ds:${local}[ >](?:.*?)</ds:${local}>`), (whole) => whole + whole)

/** What stands inside a Signature is covered by none: it holds SignedInfo, SignatureValue and KeyInfo, and nothing else. */
export const foreignParts = attacks('S2', soundCraft, {
  'empty-object': {
    name: 'an empty ds:Object',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, last('<ds:Object/>')),
  },
  'object-text': {
    name: 'a ds:Object with text, before SignedInfo',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, first('<ds:Object>admin@example.com</ds:Object>')),
  },
  'object-assertion': {
    name: 'a forged assertion in a ds:Object',
    cause: 'saml.structure.assertion-misplaced',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, last(`<ds:Object>${evilAssertion()}</ds:Object>`)),
  },
  'key-info-assertion': {
    name: 'a forged assertion in KeyInfo',
    cause: 'saml.structure.assertion-misplaced',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, last(`<ds:KeyInfo>${evilAssertion()}</ds:KeyInfo>`)),
  },
  'key-info-encrypted': {
    name: 'an EncryptedAssertion in KeyInfo',
    cause: 'saml.structure.assertion-misplaced',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, last('<ds:KeyInfo><saml:EncryptedAssertion/></ds:KeyInfo>')),
  },
  'key-info-signature': {
    name: 'a signature in KeyInfo',
    cause: 'saml.signature.misplaced',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, (signature) => last(`<ds:KeyInfo>${signature}</ds:KeyInfo>`)(signature)),
  },
  'two-key-info': {
    name: 'two KeyInfo',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, last('<ds:KeyInfo/><ds:KeyInfo/>')),
  },
  'foreign-child': {
    name: 'a name identifier as child of the signature',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, last('<saml:NameID>admin@example.com</saml:NameID>')),
  },
  manifest: {
    name: 'a Manifest beside SignedInfo',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, last('<ds:Manifest><ds:Reference URI="#_evil"/></ds:Manifest>')),
  },
  'same-value': {
    name: 'a second signature of the same value that carries a forged assertion',
    control: soundAssertion,
    cause: 'saml.structure.assertion-misplaced',
    build(world) {
      const { before, assertion, signature, after } = cut(signedAssertion(world))
      const carrier = inside('ds:Signature', signature, `<ds:Object>${evilAssertion()}</ds:Object>`)
      return deliver(world, before + withSignature(assertion, carrier) + after)
    },
  },
  third: {
    name: 'three signatures on one assertion',
    control: soundAssertion,
    cause: 'saml.signature.too-many',
    build(world) {
      const xml = signedAssertion(world)
      const { signature } = cut(xml)
      return deliver(world, xml.replace(signature, signature.repeat(3)))
    },
  },
})

/** xml-crypto and others look for methods anywhere below the Signature, and take the first. */
export const decoys = attacks('S10', soundCraft, {
  'object-first': {
    name: 'methods in a ds:Object before SignedInfo',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, first(`<ds:Object>${decoy}<ds:SignatureMethod Algorithm="urn:none"/></ds:Object>`)),
  },
  bare: {
    name: 'a CanonicalizationMethod before SignedInfo',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, first(decoy)),
  },
  'value-first': {
    name: 'a second SignatureValue in KeyInfo',
    control: soundCraft,
    cause: 'saml.signature-shape.malformed',
    build: (world) => finish(world, first('<ds:SignatureValue>AAAA</ds:SignatureValue>')),
  },
})

/** CVE-2025-29774, CVE-2025-29775 and their family: exactly one of each, and nothing but Base64 in the values. */
export const repeatedParts = attacks('S11', soundCraft, {
  'two-signed-info': {
    name: 'a forged SignedInfo behind the signed one',
    cause: 'saml.signature-shape.malformed',
    build: (world) =>
      finish(world, (signature) => {
        const [info = ''] = /<ds:SignedInfo>.*<\/ds:SignedInfo>/.exec(signature) ?? []
        return signature.replace(info, info + info.replace(/(<ds:DigestValue>)[^<]*/, '$1AAAA'))
      }),
  },
  'forged-first': {
    name: 'a forged SignedInfo before the signed one',
    cause: 'saml.signature-shape.malformed',
    build: (world) =>
      finish(world, (signature) => {
        const [info = ''] = /<ds:SignedInfo>.*<\/ds:SignedInfo>/.exec(signature) ?? []
        return signature.replace(info, info.replace(/(<ds:DigestValue>)[^<]*/, '$1AAAA') + info)
      }),
  },
  'comment-in-digest': {
    name: 'a comment in DigestValue, which canonicalisation drops',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) =>
      finish(world, (signature) => signature.replace('<ds:DigestValue>', '<ds:DigestValue><!--AAAA-->')),
  },
  'comment-splits-digest': {
    name: 'a comment in the middle of DigestValue',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) => finish(world, (signature) => signature.replace(/(<ds:DigestValue>.{8})/, '$1<!-- -->')),
  },
  'element-in-digest': {
    name: 'an element in DigestValue, signed',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          signedInfo: (xml) => xml.replace('<ds:DigestValue>', '<ds:DigestValue><x:x xmlns:x="urn:x">AAAA</x:x>'),
        }),
      ),
  },
  'comment-in-value': {
    name: 'a comment in SignatureValue',
    cause: 'saml.signature-shape.malformed',
    build: (world) =>
      finish(world, (signature) => signature.replace('<ds:SignatureValue>', '<ds:SignatureValue><!--AAAA-->')),
  },
  'instruction-in-signed-info': {
    name: 'a processing instruction in SignedInfo',
    cause: 'xml.processing-instruction',
    build: (world) => finish(world, (signature) => signature.replace('<ds:SignedInfo>', '<ds:SignedInfo><?x?>')),
  },
  ...Object.fromEntries(
    ['SignatureValue'].map((local) => [
      `two-${local}`,
      {
        name: `two ${local}`,
        cause: 'saml.signature-shape.malformed' as const,
        build: (world: World) => finish(world, twin(local)),
      },
    ]),
  ),
  ...Object.fromEntries(
    ['DigestValue', 'DigestMethod', 'CanonicalizationMethod', 'SignatureMethod', 'Reference'].map((local) => [
      `two-${local}`,
      {
        name: `two ${local}, both signed`,
        cause: 'saml.signature-shape.malformed' as const,
        build: (world: World) => deliver(world, crafted(world, { signedInfo: twin(local) })),
      },
    ]),
  ),
  'two-Transforms': {
    name: 'two Transforms, both signed',
    cause: 'saml.signature-shape.transform',
    passes: ['saml.signature-value'],
    build: (world) => deliver(world, crafted(world, { signedInfo: twin('Transforms') })),
  },
  'foreign-in-signed-info': {
    name: 'a foreign element in SignedInfo, signed',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          signedInfo: (xml) => xml.replace('</ds:SignedInfo>', '<x:x xmlns:x="urn:x"/></ds:SignedInfo>'),
        }),
      ),
  },
  'foreign-in-reference': {
    name: 'a foreign element in Reference, signed',
    cause: 'saml.signature-shape.malformed',
    passes: ['saml.signature-value'],
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          signedInfo: (xml) => xml.replace('</ds:Reference>', '<x:x xmlns:x="urn:x"/></ds:Reference>'),
        }),
      ),
  },
  'foreign-value': {
    name: 'SignatureValue in another namespace',
    cause: 'saml.signature-shape.malformed',
    build: (world) =>
      finish(world, (signature) =>
        signature
          .replaceAll('ds:SignatureValue', 'x:SignatureValue')
          .replace('<ds:Signature ', '<ds:Signature xmlns:x="urn:x" '),
      ),
  },
})
