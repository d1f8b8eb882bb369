import fc from 'fast-check'
import { type MarkupTree, tree } from './markup-tree.ts'

/** Every namespace that generated metadata uses. */
const namespaces = {
  'xmlns:md': 'urn:oasis:names:tc:SAML:2.0:metadata',
  'xmlns:ds': 'http://www.w3.org/2000/09/xmldsig#',
  'xmlns:saml': 'urn:oasis:names:tc:SAML:2.0:assertion',
  'xmlns:mdui': 'urn:oasis:names:tc:SAML:metadata:ui',
  'xmlns:mdattr': 'urn:oasis:names:tc:SAML:metadata:attribute',
  'xmlns:mdrpi': 'urn:oasis:names:tc:SAML:metadata:rpi',
  'xmlns:alg': 'urn:oasis:names:tc:SAML:metadata:algsupport',
  'xmlns:idpdisc': 'urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol',
  'xmlns:init': 'urn:oasis:names:tc:SAML:profiles:SSO:request-init',
  'xmlns:x': 'urn:example:unknown',
}

const many = (each: fc.Arbitrary<MarkupTree>, minLength = 0, maxLength = 3) => fc.array(each, { minLength, maxLength })
const optional = (each: fc.Arbitrary<MarkupTree>) => many(each, 0, 1)
const maybe = (values: fc.Arbitrary<string>) => fc.option(values, { nil: undefined })

const text = fc.constantFrom('', 'Example', 'Übung & Söhne', '  spaces  ', '名前')
const uri = fc.constantFrom(
  'https://a.example/x',
  'urn:a:b',
  'mailto:ada@example.com',
  '',
  'a b',
  'https://ü.example/?a=1&b=2#c',
)
const flag = fc.constantFrom('true', 'false', '0', '1')
const small = fc.constantFrom('0', '1', '65535', '007')
const time = fc.constantFrom('2030-01-01T00:00:00Z', '2030-01-01T00:00:00.123+02:00', '2030-01-01T00:00:00')
const period = fc.constantFrom('PT6H', 'P1Y2M3DT4H5M6S', '-P1D')
const language = fc.constantFrom('en', 'de-CH', '')

const leaf = (
  name: string,
  value: fc.Arbitrary<string>,
  attributes: Record<string, fc.Arbitrary<string | undefined>> = {},
) => fc.tuple(value, fc.record(attributes)).map(([content, given]) => tree(name, given, content))
const node = (
  name: string,
  attributes: Record<string, fc.Arbitrary<string | undefined>>,
  ...parts: fc.Arbitrary<MarkupTree[]>[]
) => fc.tuple(fc.record(attributes), fc.tuple(...parts)).map(([given, children]) => tree(name, given, ...children))

const localized = (name: string, value: fc.Arbitrary<string> = text) => leaf(name, value, { 'xml:lang': language })
const endpoint = (name: string) =>
  node(name, { Binding: uri, Location: uri, ResponseLocation: maybe(uri) }, optional(leaf('x:Anything', text)))
const indexed = (name: string) => node(name, { Binding: uri, Location: uri, index: small, isDefault: maybe(flag) })
const lifetime = { validUntil: maybe(time), cacheDuration: maybe(period) }

const attribute = (name: string, more: Record<string, fc.Arbitrary<string | undefined>> = {}) =>
  node(
    name,
    { Name: text, NameFormat: maybe(uri), FriendlyName: maybe(text), ...more },
    many(leaf('saml:AttributeValue', text), 0, 2),
  )

const logo = leaf('mdui:Logo', uri, {
  width: fc.constantFrom('1', '16'),
  height: fc.constantFrom('1', '0016'),
  'xml:lang': maybe(language),
})
const userInterface = node(
  'mdui:UIInfo',
  {},
  many(
    fc.oneof(
      localized('mdui:DisplayName'),
      localized('mdui:Description'),
      localized('mdui:Keywords'),
      localized('mdui:InformationURL', uri),
      localized('mdui:PrivacyStatementURL', uri),
      logo,
      leaf('x:Anything', text),
    ),
    0,
    4,
  ),
)
const hints = node(
  'mdui:DiscoHints',
  {},
  many(fc.oneof(leaf('mdui:IPHint', text), leaf('mdui:DomainHint', text), leaf('mdui:GeolocationHint', uri))),
)
const algorithm = fc.oneof(
  node('alg:DigestMethod', { Algorithm: uri }),
  node('alg:SigningMethod', {
    Algorithm: uri,
    MinKeySize: maybe(fc.constantFrom('1', '2048')),
    MaxKeySize: maybe(fc.constant('4096')),
  }),
)
const roleExtensions = node(
  'md:Extensions',
  {},
  many(
    fc.oneof(userInterface, hints, algorithm, indexed('idpdisc:DiscoveryResponse'), endpoint('init:RequestInitiator')),
    1,
    3,
  ),
)
const entityExtensions = node(
  'md:Extensions',
  {},
  many(
    fc.oneof(
      node('mdattr:EntityAttributes', {}, many(attribute('saml:Attribute'), 1, 2)),
      node(
        'mdrpi:RegistrationInfo',
        { registrationAuthority: text, registrationInstant: maybe(time) },
        many(localized('mdrpi:RegistrationPolicy', uri)),
      ),
      node(
        'mdrpi:PublicationInfo',
        { publisher: text, creationInstant: maybe(time), publicationId: maybe(text) },
        many(localized('mdrpi:UsagePolicy', uri)),
      ),
      node(
        'mdrpi:PublicationPath',
        {},
        many(node('mdrpi:Publication', { publisher: text, creationInstant: maybe(time) })),
      ),
      algorithm,
    ),
    1,
    3,
  ),
)
const organization = node(
  'md:Organization',
  {},
  many(localized('md:OrganizationName'), 1, 2),
  many(localized('md:OrganizationDisplayName'), 1, 2),
  many(localized('md:OrganizationURL', uri), 1, 2),
)
const contact = node(
  'md:ContactPerson',
  { contactType: fc.constantFrom('technical', 'support', 'administrative', 'billing', 'other') },
  optional(leaf('md:Company', text)),
  optional(leaf('md:GivenName', text)),
  optional(leaf('md:SurName', text)),
  many(leaf('md:EmailAddress', uri), 0, 2),
  many(leaf('md:TelephoneNumber', text), 0, 2),
)
const keyInfo = fc.oneof(
  leaf('ds:X509Certificate', fc.constantFrom('AAAA', ' AA AA\n', '')).map((each) =>
    tree('ds:KeyInfo', {}, tree('ds:X509Data', {}, each)),
  ),
  leaf('ds:KeyName', text).map((each) => tree('ds:KeyInfo', {}, each)),
)
const key = node(
  'md:KeyDescriptor',
  { use: maybe(fc.constantFrom('signing', 'encryption')) },
  keyInfo.map((each) => [each]),
  many(node('md:EncryptionMethod', { Algorithm: uri }), 0, 2),
)
const roleAttributes = {
  ...lifetime,
  protocolSupportEnumeration: fc.constantFrom('urn:oasis:names:tc:SAML:2.0:protocol', 'a b', ''),
  errorURL: maybe(uri),
}
const roleStart = [optional(roleExtensions), many(key, 0, 2), optional(organization), many(contact, 0, 1)]
const ssoStart = [
  ...roleStart,
  many(indexed('md:ArtifactResolutionService'), 0, 1),
  many(endpoint('md:SingleLogoutService'), 0, 2),
  many(endpoint('md:ManageNameIDService'), 0, 1),
  many(leaf('md:NameIDFormat', uri), 0, 2),
]
const identityProvider = node(
  'md:IDPSSODescriptor',
  { ...roleAttributes, WantAuthnRequestsSigned: maybe(flag) },
  ...ssoStart,
  many(endpoint('md:SingleSignOnService'), 1, 2),
  many(endpoint('md:NameIDMappingService'), 0, 1),
  many(leaf('md:AttributeProfile', uri), 0, 1),
  many(attribute('saml:Attribute'), 0, 1),
)
const attributeConsumer = node(
  'md:AttributeConsumingService',
  { index: small, isDefault: maybe(flag) },
  many(localized('md:ServiceName'), 1, 1),
  many(localized('md:ServiceDescription'), 0, 1),
  many(attribute('md:RequestedAttribute', { isRequired: maybe(flag) }), 1, 2),
)
const serviceProvider = node(
  'md:SPSSODescriptor',
  { ...roleAttributes, AuthnRequestsSigned: maybe(flag), WantAssertionsSigned: maybe(flag) },
  ...ssoStart,
  many(indexed('md:AssertionConsumerService'), 1, 2),
  many(attributeConsumer, 0, 1),
)
const attributeAuthority = node(
  'md:AttributeAuthorityDescriptor',
  roleAttributes,
  ...roleStart,
  many(endpoint('md:AttributeService'), 1, 1),
  many(endpoint('md:AssertionIDRequestService'), 0, 1),
  many(leaf('md:NameIDFormat', uri), 0, 1),
)
const entity = node(
  'md:EntityDescriptor',
  { ...lifetime, entityID: uri },
  optional(entityExtensions),
  many(fc.oneof(identityProvider, serviceProvider, attributeAuthority), 1, 2),
  optional(organization),
  many(contact, 0, 2),
  many(leaf('md:AdditionalMetadataLocation', uri, { namespace: uri }), 0, 1),
)
const aggregate = node('md:EntitiesDescriptor', { ...lifetime, Name: maybe(text) }, many(entity, 1, 2))

/** Metadata that fits its schema, in all its breadth. */
export const generatedMetadata: fc.Arbitrary<MarkupTree> = fc
  .oneof({ weight: 4, arbitrary: entity }, { weight: 1, arbitrary: aggregate })
  .map((root) => ({ ...root, attributes: { ...namespaces, ...root.attributes } }))
