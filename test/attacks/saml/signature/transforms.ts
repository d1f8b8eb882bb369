import { ENVELOPED, EXCLUSIVE, soundTransforms, transform } from '#test/support/xml/craft-signature.ts'
import { attacks } from '../attack.ts'
import { crafted, deliver, soundCraft, type World } from '../world.ts'

const XPATH = 'http://www.w3.org/TR/1999/REC-xpath-19991116'
const FILTER2 = 'http://www.w3.org/2002/06/xmldsig-filter2'
const XSLT = 'http://www.w3.org/TR/1999/REC-xslt-19991116'
const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const stylesheet =
  '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"><xsl:template match="/"><x/></xsl:template></xsl:stylesheet>'

const transforming = (name: string, transforms: string) => ({
  name,
  cause: 'saml.signature-shape.transform' as const,
  passes: ['saml.signature-value'] as const,
  build: (world: World) => deliver(world, crafted(world, { transforms })),
})

/** Every transform but these two is a way to sign less than what is read. All are signed with the right key. */
export const transforms = attacks('S14', soundCraft, {
  xpath: transforming(
    'XPath that leaves out the name',
    `${soundTransforms}${transform(XPATH, '<ds:XPath>not(ancestor-or-self::*[local-name()="NameID"])</ds:XPath>')}`,
  ),
  'xpath-alone': transforming('XPath alone', transform(XPATH, '<ds:XPath>false()</ds:XPath>')),
  filter: transforming(
    'XPath Filter 2',
    `${transform(ENVELOPED)}${transform(FILTER2, `<f:XPath xmlns:f="${FILTER2}" Filter="subtract">//*</f:XPath>`)}`,
  ),
  xslt: transforming('XSLT', `${transform(ENVELOPED)}${transform(XSLT, stylesheet)}`),
  base64: transforming('Base64', `${transform(ENVELOPED)}${transform('http://www.w3.org/2000/09/xmldsig#base64')}`),
  decrypt: transforming('decryption', `${transform('http://www.w3.org/2002/07/decrypt#XML')}${soundTransforms}`),
  unknown: transforming('one nobody knows', `${transform(ENVELOPED)}${transform('urn:x')}`),
  unnamed: transforming('one without a name', `${transform(ENVELOPED)}<ds:Transform/>`),
  none: transforming('none', ''),
  'not-enveloped': transforming('canonicalisation alone', transform(EXCLUSIVE)),
  reversed: transforming('canonicalisation first', `${transform(EXCLUSIVE)}${transform(ENVELOPED)}`),
  'enveloped-twice': transforming('enveloped-signature twice', `${transform(ENVELOPED)}${transform(ENVELOPED)}`),
  third: transforming('canonicalisation twice', `${soundTransforms}${transform(EXCLUSIVE)}`),
  hundreds: transforming('five hundred', `${transform(ENVELOPED)}${transform(EXCLUSIVE).repeat(499)}`),
  inclusive: {
    ...transforming('inclusive canonicalisation', `${transform(ENVELOPED)}${transform(INCLUSIVE)}`),
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          transforms: `${transform(ENVELOPED)}${transform(INCLUSIVE)}`,
          digested: { method: 'inclusive', withComments: false, inclusivePrefixes: [] },
        }),
      ),
    passes: ['saml.signature-value', 'saml.signature-digest'],
  },
  'no-canonicalisation': {
    ...transforming('no canonicalisation: the inclusive one by default', transform(ENVELOPED)),
    build: (world) =>
      deliver(
        world,
        crafted(world, {
          transforms: transform(ENVELOPED),
          digested: { method: 'inclusive', withComments: false, inclusivePrefixes: [] },
        }),
      ),
    passes: ['saml.signature-value', 'saml.signature-digest'],
  },
  'prefix-list-of-another': transforming(
    'a PrefixList in another namespace',
    `${transform(ENVELOPED)}${transform(EXCLUSIVE, '<x:InclusiveNamespaces xmlns:x="urn:x" PrefixList="saml"/>')}`,
  ),
  'content-in-canonicalisation': transforming(
    'an XPath inside the canonicalisation',
    `${transform(ENVELOPED)}${transform(EXCLUSIVE, '<ds:XPath>false()</ds:XPath>')}`,
  ),
  'transform-of-another': transforming(
    'transforms in another namespace',
    soundTransforms.replaceAll('<ds:Transform ', '<ds:Transform xmlns:ds="urn:x" '),
  ),
  'transform-by-another-name': transforming(
    'transforms by another name',
    soundTransforms.replaceAll('ds:Transform', 'ds:Untransform'),
  ),
})

const canonicalized = (name: string, uri: string) => ({
  name,
  cause: 'saml.signature-algorithm.unknown' as const,
  build: (world: World) =>
    deliver(
      world,
      crafted(world, { signedInfo: (xml) => xml.replace(/(CanonicalizationMethod Algorithm=")[^"]*/, `$1${uri}`) }),
    ),
})

/** The same of SignedInfo. */
export const canonicalizations = attacks('S13', soundCraft, {
  'c14n-xpath': canonicalized('SignedInfo canonicalised by XPath', XPATH),
  'c14n-xslt': canonicalized('SignedInfo canonicalised by XSLT', XSLT),
  'c14n-minimal': canonicalized('minimal canonicalisation', 'http://www.w3.org/2000/09/xmldsig#minimal'),
  'c14n-none': canonicalized('no canonicalisation named', ''),
})
