const open = (namespace: string, ...more: string[]) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:t="${namespace}"
  targetNamespace="${namespace}" ${more.join(' ')} blockDefault="substitution">`
const MD = '<xs:import namespace="urn:oasis:names:tc:SAML:2.0:metadata" schemaLocation="metadata.xsd"/>'
const XML = '<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>'
const other = (occurs = 'minOccurs="0" maxOccurs="unbounded"') =>
  `<xs:any namespace="##other" processContents="lax" ${occurs}/>`
const anyAttribute = '<xs:anyAttribute namespace="##other" processContents="lax"/>'

/** The attributes every namespace-aware document may carry. */
const xml = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang"><xs:simpleType><xs:union memberTypes="xs:language"><xs:simpleType>
  <xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType></xs:union></xs:simpleType></xs:attribute>
<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName">
  <xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute>
<xs:attribute name="base" type="xs:anyURI"/>
<xs:attribute name="id" type="xs:ID"/>
</xs:schema>`

/** sstc-saml-metadata-ui-v1.0 §2.1, §2.2. */
const ui = `${open('urn:oasis:names:tc:SAML:metadata:ui')}${MD}${XML}
<xs:element name="UIInfo"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
  <xs:element ref="t:DisplayName"/><xs:element ref="t:Description"/><xs:element ref="t:Keywords"/><xs:element ref="t:Logo"/>
  <xs:element ref="t:InformationURL"/><xs:element ref="t:PrivacyStatementURL"/>${other('')}
</xs:choice></xs:complexType></xs:element>
<xs:element name="DisplayName" type="md:localizedNameType"/>
<xs:element name="Description" type="md:localizedNameType"/>
<xs:element name="InformationURL" type="md:localizedURIType"/>
<xs:element name="PrivacyStatementURL" type="md:localizedURIType"/>
<xs:simpleType name="words"><xs:list itemType="xs:string"/></xs:simpleType>
<xs:element name="Keywords"><xs:complexType><xs:simpleContent><xs:extension base="t:words">
  <xs:attribute ref="xml:lang" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
<xs:element name="Logo"><xs:complexType><xs:simpleContent><xs:extension base="xs:anyURI">
  <xs:attribute name="height" type="xs:positiveInteger" use="required"/>
  <xs:attribute name="width" type="xs:positiveInteger" use="required"/>
  <xs:attribute ref="xml:lang"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
<xs:element name="DiscoHints"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
  <xs:element ref="t:IPHint"/><xs:element ref="t:DomainHint"/><xs:element ref="t:GeolocationHint"/>${other('')}
</xs:choice></xs:complexType></xs:element>
<xs:element name="IPHint" type="xs:string"/>
<xs:element name="DomainHint" type="xs:string"/>
<xs:element name="GeolocationHint" type="xs:anyURI"/>
</xs:schema>`

/** sstc-metadata-attr §2.2. */
const attributes = `${open('urn:oasis:names:tc:SAML:metadata:attribute', 'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"')}
<xs:import namespace="urn:oasis:names:tc:SAML:2.0:assertion" schemaLocation="saml-schema-assertion-2.0.xsd"/>
<xs:element name="EntityAttributes"><xs:complexType><xs:choice maxOccurs="unbounded">
  <xs:element ref="saml:Attribute"/><xs:element ref="saml:Assertion"/>
</xs:choice></xs:complexType></xs:element>
</xs:schema>`

const published = `<xs:attribute name="publisher" type="xs:string" use="required"/>
  <xs:attribute name="creationInstant" type="xs:dateTime"/><xs:attribute name="publicationId" type="xs:string"/>`

/** saml-metadata-rpi-v1.0 §2.1 to §2.3. */
const registration = `${open('urn:oasis:names:tc:SAML:metadata:rpi')}${MD}
<xs:element name="RegistrationInfo"><xs:complexType>
  <xs:sequence><xs:element ref="t:RegistrationPolicy" minOccurs="0" maxOccurs="unbounded"/>${other()}</xs:sequence>
  <xs:attribute name="registrationAuthority" type="xs:string" use="required"/>
  <xs:attribute name="registrationInstant" type="xs:dateTime"/>${anyAttribute}
</xs:complexType></xs:element>
<xs:element name="RegistrationPolicy" type="md:localizedURIType"/>
<xs:element name="PublicationInfo"><xs:complexType>
  <xs:sequence><xs:element ref="t:UsagePolicy" minOccurs="0" maxOccurs="unbounded"/>${other()}</xs:sequence>
  ${published}${anyAttribute}
</xs:complexType></xs:element>
<xs:element name="UsagePolicy" type="md:localizedURIType"/>
<xs:element name="PublicationPath"><xs:complexType><xs:sequence>
  <xs:element ref="t:Publication" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="Publication"><xs:complexType>${published}</xs:complexType></xs:element>
</xs:schema>`

const algorithm = (more = '') => `<xs:complexType><xs:sequence>
  <xs:any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
  <xs:attribute name="Algorithm" type="xs:anyURI" use="required"/>${more}</xs:complexType>`

/** sstc-saml-metadata-algsupport-v1.0 §2. */
const algorithms = `${open('urn:oasis:names:tc:SAML:metadata:algsupport')}
<xs:element name="DigestMethod">${algorithm()}</xs:element>
<xs:element name="SigningMethod">${algorithm(
  '<xs:attribute name="MinKeySize" type="xs:positiveInteger"/><xs:attribute name="MaxKeySize" type="xs:positiveInteger"/>',
)}</xs:element>
</xs:schema>`

/** sstc-saml-idp-discovery §2.6. */
const discovery = `${open('urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol')}${MD}
<xs:element name="DiscoveryResponse" type="md:IndexedEndpointType"/>
</xs:schema>`

/** sstc-request-initiation §2.5. */
const initiation = `${open('urn:oasis:names:tc:SAML:profiles:SSO:request-init')}${MD}
<xs:element name="RequestInitiator" type="md:EndpointType"/>
</xs:schema>`

/** What Shibboleth adds: the scopes of an identity provider, and the authorities a federation vouches for. */
const shibboleth = `${open('urn:mace:shibboleth:metadata:1.0', 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"')}
<xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="xmldsig-core-schema.xsd"/>
<xs:element name="Scope"><xs:complexType><xs:simpleContent><xs:extension base="xs:string">
  <xs:attribute name="regexp" type="xs:boolean" default="false"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
<xs:element name="KeyAuthority"><xs:complexType>
  <xs:sequence><xs:element ref="ds:KeyInfo" maxOccurs="unbounded"/></xs:sequence>
  <xs:attribute name="VerifyDepth" type="xs:unsignedByte"/>${anyAttribute}</xs:complexType></xs:element>
</xs:schema>`

/** REFEDS: who answers for security incidents (Sirtfi §2). */
const refeds = `${open('http://refeds.org/metadata')}
<xs:attribute name="contactType" type="xs:anyURI"/>
</xs:schema>`

const federationRole = (name: string) =>
  `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="t:WebServiceDescriptorType"/></xs:complexContent></xs:complexType>`

/** Roles that AD FS and Entra describe beside SAML's (WS-Federation 1.2 §3.1.2). What they offer is not ours to judge. */
const federation = `${open('http://docs.oasis-open.org/wsfed/federation/200706')}${MD}
<xs:complexType name="WebServiceDescriptorType" abstract="true"><xs:complexContent><xs:extension base="md:RoleDescriptorType">
  <xs:sequence><xs:any namespace="http://docs.oasis-open.org/wsfed/federation/200706" processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
  <xs:attribute name="ServiceDisplayName" type="xs:string"/><xs:attribute name="ServiceDescription" type="xs:string"/>
</xs:extension></xs:complexContent></xs:complexType>
${['SecurityTokenServiceType', 'ApplicationServiceType', 'PseudonymServiceType', 'AttributeServiceType'].map(federationRole).join('\n')}
</xs:schema>`

/** By the name under which one imports another. */
export const extensionSchemas = {
  'xml.xsd': xml,
  'ui.xsd': ui,
  'attributes.xsd': attributes,
  'registration.xsd': registration,
  'algorithms.xsd': algorithms,
  'discovery.xsd': discovery,
  'initiation.xsd': initiation,
  'shibboleth.xsd': shibboleth,
  'refeds.xsd': refeds,
  'federation.xsd': federation,
} as const satisfies Record<string, string>
