import { responseXml, sign } from '#test/support/saml/response-message.ts'
import { ENVELOPED, EXCLUSIVE, transform } from '#test/support/xml/craft-signature.ts'
import { certificateOf, crafted, deliver, RESPONSE, signedBoth } from '../saml/world.ts'
import { oddities } from './oddity.ts'

const prefixList = (prefixes: string) => `<ec:InclusiveNamespaces xmlns:ec="${EXCLUSIVE}" PrefixList="${prefixes}"/>`
const wrapped = (base64: string, end = '\n') => base64.replace(/.{64}/g, `$&${end}`)
const wrapValues = (signature: string, end: string) =>
  signature.replace(
    /(<ds:(?:SignatureValue|DigestValue|X509Certificate)>)([^<]*)/g,
    (_whole, tag, value) => `${tag}${end}${wrapped(value, end)}${end}`,
  )
const listed = (prefixes: string) => ({
  transforms: `${transform(ENVELOPED)}${transform(EXCLUSIVE, prefixList(prefixes))}`,
  digested: {
    method: 'exclusive' as const,
    withComments: false,
    inclusivePrefixes: prefixes.split(' ').map((each) => (each === '#default' ? '' : each)),
  },
})
const x509 = (...certificates: string[]) =>
  `<ds:X509Data>${certificates.map((each) => `<ds:X509Certificate>${each}</ds:X509Certificate>`).join('')}</ds:X509Data>`
const withSchema = () =>
  responseXml().replace(
    '<samlp:Response ',
    '<samlp:Response xmlns="urn:d" xmlns:xs="http://www.w3.org/2001/XMLSchema" ',
  )

/** How the same signature may be made. */
export const signatures = oddities('signature', {
  'on both': { build: (world) => deliver(world, signedBoth(world)) },
  'ECDSA on P-256': {
    build: (world) =>
      deliver(world, crafted(world, { method: 'ecdsa-sha256', key: world.p256.privateKey }), {}, [world.p256]),
  },
  'ECDSA on P-384': {
    build: (world) =>
      deliver(world, crafted(world, { method: 'ecdsa-sha384', key: world.p384.privateKey, digest: 'sha384' }), {}, [
        world.p384,
      ]),
  },
  'RSA with SHA-384': { build: (world) => deliver(world, crafted(world, { method: 'rsa-sha384', digest: 'sha384' })) },
  'RSA with SHA-512': { build: (world) => deliver(world, crafted(world, { method: 'rsa-sha512', digest: 'sha512' })) },
  'RSA-PSS with SHA-256': { build: (world) => deliver(world, crafted(world, { method: 'pss-sha256' })) },
  'RSA-PSS with SHA-512': {
    build: (world) => deliver(world, crafted(world, { method: 'pss-sha512', digest: 'sha512' })),
  },
  'SHA-1, which strict refuses': {
    build: (world) => deliver(world, crafted(world, { method: 'rsa-sha1', digest: 'sha1' })),
    modes: ['interop'],
  },
  'a short key, which strict refuses': {
    build: (world) => deliver(world, sign(responseXml(), world.rsa1024), {}, [world.rsa1024]),
    modes: ['interop'],
  },
  'by the second of three known certificates': {
    build: (world) => deliver(world, crafted(world), {}, [world.attacker, world.idp, world.p256]),
  },
  'of both by different known keys': {
    build: (world) =>
      deliver(world, sign(sign(responseXml(), world.idp), world.p256, [RESPONSE]), {}, [world.idp, world.p256]),
  },
  'without a prefix': { build: (world) => deliver(world, crafted(world, { prefix: '' })) },
  'with dsig as prefix': { build: (world) => deliver(world, crafted(world, { prefix: 'dsig' })) },
  'at the end of the assertion': { build: (world) => deliver(world, crafted(world, { place: 'last' })) },
  'with IDs of its own': {
    build: (world) =>
      deliver(
        world,
        crafted(world, { afterwards: (xml) => xml.replace('<ds:Signature ', '<ds:Signature Id="_signature" ') }),
      ),
  },
  'with values on many lines': {
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          keyInfo: x509(certificateOf(world.idp)),
          digest: 'sha512',
          afterwards: (xml) =>
            xml.replace(/(<ds:SignatureValue>)([^<]*)/, (_whole, tag, value) => `${tag}\n${wrapped(value)}\n`),
        }),
      ),
  },
  'with values on many lines, signed so': {
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          keyInfo: x509(certificateOf(world.idp)),
          signedInfo: (xml) => wrapValues(xml, '\n'),
          afterwards: (xml) =>
            xml.replace(/(<ds:X509Certificate>)([^<]*)/, (_whole, tag, value) => `${tag}\n${wrapped(value)}`),
        }),
      ),
  },
  'with values on lines of Windows, written as references': {
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          afterwards: (xml) =>
            xml.replace(/(<ds:SignatureValue>)([^<]*)/, (_whole, tag, value) => `${tag}${wrapped(value, '&#13;\n')}`),
        }),
      ),
  },
  'in CDATA': {
    build: (world) =>
      deliver(
        world,
        crafted(world, { afterwards: (xml) => xml.replace(/(<ds:SignatureValue>)([^<]*)/, '$1<![CDATA[$2]]>') }),
      ),
  },
  'pretty-printed': {
    build: (world) => deliver(world, crafted(world, { signedInfo: (xml) => xml.replace(/></g, '>\n  <') })),
  },
  'with a comment in SignedInfo that is signed': {
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          signedInfo: (xml) => xml.replace('<ds:SignedInfo>', '<ds:SignedInfo><!-- x -->'),
          canonicalization: {
            uri: `${EXCLUSIVE}WithComments`,
            how: { method: 'exclusive', withComments: true, inclusivePrefixes: [] },
          },
        }),
      ),
  },
  'with the transform that would keep comments': {
    build: (world) =>
      deliver(world, crafted(world, { transforms: `${transform(ENVELOPED)}${transform(`${EXCLUSIVE}WithComments`)}` })),
  },
  'with SignedInfo canonicalised inclusively': {
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          canonicalization: {
            uri: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
            how: { method: 'inclusive', withComments: false, inclusivePrefixes: [] },
          },
        }),
      ),
  },
  'with a PrefixList': { build: (world) => deliver(world, crafted(world, listed('xs'), withSchema())) },
  'with a PrefixList of everything': {
    build: (world) => deliver(world, crafted(world, listed('#default xs samlp saml ds nobody'), withSchema())),
  },
  'with a PrefixList on many lines': {
    build: (world) =>
      deliver(
        world,
        crafted(
          world,
          {
            ...listed('xs samlp'),
            transforms: `${transform(ENVELOPED)}${transform(EXCLUSIVE, prefixList('&#10; xs&#9;\n samlp '))}`,
          },
          withSchema(),
        ),
      ),
  },
  'with a PrefixList for SignedInfo': {
    build: (world) =>
      deliver(
        world,
        crafted(
          world,
          {
            canonicalization: {
              uri: EXCLUSIVE,
              inside: prefixList('xs saml'),
              how: { method: 'exclusive', withComments: false, inclusivePrefixes: ['xs', 'saml'] },
            },
          },
          withSchema(),
        ),
      ),
  },
  'without KeyInfo': { build: (world) => deliver(world, crafted(world)) },
  'with an empty KeyInfo': { build: (world) => deliver(world, crafted(world, { keyInfo: '' })) },
  'with a key name': { build: (world) => deliver(world, crafted(world, { keyInfo: '<ds:KeyName>idp</ds:KeyName>' })) },
  'with a chain of certificates': {
    build: (world) =>
      deliver(world, crafted(world, { keyInfo: x509(certificateOf(world.idp), certificateOf(world.sp)) })),
  },
  'with a certificate that is another, for the same key counts alone': {
    build: (world) => deliver(world, crafted(world, { keyInfo: x509(certificateOf(world.attacker)) })),
  },
  'with subject, serial number and key identifier': {
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          keyInfo:
            '<ds:X509Data><ds:X509SubjectName>CN=idp</ds:X509SubjectName><ds:X509SKI>AAAA</ds:X509SKI><ds:X509IssuerSerial><ds:X509IssuerName>CN=idp</ds:X509IssuerName><ds:X509SerialNumber>1</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>',
        }),
      ),
  },
})
