import { responseXml, sign } from '#test/support/saml/response-message.ts'
import { attacks } from '../attack.ts'
import { ASSERTION, certificateOf, crafted, deliver, soundAssertion, soundCraft, type World } from '../world.ts'

const x509 = (...certificates: string[]) =>
  `<ds:X509Data>${certificates.map((each) => `<ds:X509Certificate>${each}</ds:X509Certificate>`).join('')}</ds:X509Data>`
const byAttacker = (world: World, keyInfo: string) =>
  deliver(world, crafted(world, { key: world.attacker.privateKey, keyInfo }))
const modulusOf = (world: World) => {
  const { n, e } = world.attacker.publicKey.export({ format: 'jwk' })
  const base64 = (url = '') => Buffer.from(url, 'base64url').toString('base64')
  return `<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>${base64(n)}</ds:Modulus><ds:Exponent>${base64(e)}</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>`
}

/** KeyInfo is read for the explanation and trusted for nothing (CVE-2021-21239, CVE-2026-18089). The forger signs with a key of their own. */
export const keyInfo = attacks('S8', soundCraft, {
  certificate: {
    name: 'the certificate of the forger in KeyInfo',
    cause: 'saml.signature-value.key-rolled',
    build: (world) => byAttacker(world, x509(certificateOf(world.attacker))),
  },
  'ours-first': {
    name: 'our certificate, then that of the forger',
    cause: 'saml.signature-value.key-rolled',
    build: (world) => byAttacker(world, x509(certificateOf(world.idp), certificateOf(world.attacker))),
  },
  'ours-alone': {
    name: 'our certificate beside a signature it did not make',
    cause: 'saml.signature-value.forged',
    build: (world) => byAttacker(world, x509(certificateOf(world.idp))),
  },
  'two-lists': {
    name: 'our certificate in one X509Data, that of the forger in another',
    cause: 'saml.signature-value.key-rolled',
    build: (world) => byAttacker(world, x509(certificateOf(world.idp)) + x509(certificateOf(world.attacker))),
  },
  'key-value': {
    name: 'the key of the forger as KeyValue',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => byAttacker(world, modulusOf(world)),
  },
  retrieval: {
    name: 'a RetrievalMethod to the web',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => byAttacker(world, '<ds:RetrievalMethod URI="http://127.0.0.1:9/key.pem"/>'),
  },
  'key-name': {
    name: 'a KeyName',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => byAttacker(world, '<ds:KeyName>idp.example.com</ds:KeyName>'),
  },
  thumbprint: {
    name: 'the thumbprint of our certificate',
    cause: 'saml.signature-value.wrong-key',
    build: (world) =>
      byAttacker(
        world,
        `<ds:X509Data><d:X509Digest xmlns:d="http://www.w3.org/2009/xmldsig11#" Algorithm="http://www.w3.org/2001/04/xmlenc#sha256">${Buffer.from(world.idp.certificate.summary.sha256, 'hex').toString('base64')}</d:X509Digest></ds:X509Data>`,
      ),
  },
  'issuer-serial': {
    name: 'issuer and serial number of our certificate',
    cause: 'saml.signature-value.wrong-key',
    build: (world) =>
      byAttacker(
        world,
        `<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>CN=idp.example.com</ds:X509IssuerName><ds:X509SerialNumber>${BigInt(`0x${world.idp.certificate.summary.serial}`)}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>`,
      ),
  },
  none: {
    name: 'no KeyInfo',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => deliver(world, crafted(world, { key: world.attacker.privateKey })),
  },
  garbage: {
    name: 'KeyInfo that holds no certificate',
    cause: 'saml.signature-value.wrong-key',
    build: (world) => byAttacker(world, x509('AAAA', '!!!!', '')),
  },
})

/** Without a key of the identity provider nothing is ever accepted (CVE-2026-28323, CVE-2026-14917, CVE-2026-16443). */
export const noTrust = attacks('F1', soundAssertion, {
  'no-certificate': {
    name: 'no certificate of the identity provider is known',
    cause: [],
    verdict: 'undecided',
    build: (world) => deliver(world, sign(responseXml(), world.idp), {}, []),
  },
  'no-certificate-unsigned': {
    name: 'no certificate is known, and nothing is signed',
    cause: 'saml.signature.missing',
    build: (world) => deliver(world, responseXml(), {}, []),
  },
  'no-certificate-forged': {
    name: 'no certificate is known, the content does not fit the signature',
    cause: 'saml.signature-digest.changed',
    build: (world) => deliver(world, sign(responseXml(), world.idp).replaceAll('ada@', 'eve@'), {}, []),
  },
  'other-certificates': {
    name: 'only certificates of others are known',
    cause: 'saml.signature-value.key-rolled',
    build: (world) =>
      deliver(world, sign(responseXml(), world.idp, [ASSERTION]), {}, [world.attacker, world.p256, world.sp]),
  },
})
