/**
 * Content model of SAML V2.0 metadata as we write it down from saml-metadata-2.0-os §2 with its errata. No free package ships the
 * official file; in the tests Debian's copy of it is the witness, and both must say the same.
 */
export const metadataSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
  xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
  targetNamespace="urn:oasis:names:tc:SAML:2.0:metadata" version="2.0" blockDefault="substitution">
<xs:import namespace="http://www.w3.org/2000/09/xmldsig#" schemaLocation="xmldsig-core-schema.xsd"/>
<xs:import namespace="http://www.w3.org/2001/04/xmlenc#" schemaLocation="xenc-schema.xsd"/>
<xs:import namespace="urn:oasis:names:tc:SAML:2.0:assertion" schemaLocation="saml-schema-assertion-2.0.xsd"/>
<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>

<!-- §2.2 -->
<xs:simpleType name="entityIDType"><xs:restriction base="xs:anyURI"><xs:maxLength value="1024"/></xs:restriction></xs:simpleType>
<xs:complexType name="EndpointType">
  <xs:sequence><xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
  <xs:attribute name="Binding" type="xs:anyURI" use="required"/>
  <xs:attribute name="Location" type="xs:anyURI" use="required"/>
  <xs:attribute name="ResponseLocation" type="xs:anyURI"/>
  <xs:anyAttribute namespace="##other" processContents="lax"/>
</xs:complexType>
<xs:complexType name="IndexedEndpointType"><xs:complexContent><xs:extension base="md:EndpointType">
  <xs:attribute name="index" type="xs:unsignedShort" use="required"/>
  <xs:attribute name="isDefault" type="xs:boolean"/>
</xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="localizedNameType"><xs:simpleContent><xs:extension base="xs:string">
  <xs:attribute ref="xml:lang" use="required"/>
</xs:extension></xs:simpleContent></xs:complexType>
<xs:complexType name="localizedURIType"><xs:simpleContent><xs:extension base="xs:anyURI">
  <xs:attribute ref="xml:lang" use="required"/>
</xs:extension></xs:simpleContent></xs:complexType>

<!-- §2.3 -->
<xs:attributeGroup name="lifetime">
  <xs:attribute name="ID" type="xs:ID"/>
  <xs:attribute name="validUntil" type="xs:dateTime"/>
  <xs:attribute name="cacheDuration" type="xs:duration"/>
</xs:attributeGroup>
<xs:group name="preamble"><xs:sequence>
  <xs:element ref="ds:Signature" minOccurs="0"/>
  <xs:element ref="md:Extensions" minOccurs="0"/>
</xs:sequence></xs:group>
<xs:element name="Extensions" type="md:ExtensionsType"/>
<xs:complexType name="ExtensionsType" final="#all">
  <xs:sequence><xs:any namespace="##other" processContents="lax" maxOccurs="unbounded"/></xs:sequence>
</xs:complexType>
<xs:element name="EntitiesDescriptor" type="md:EntitiesDescriptorType"/>
<xs:complexType name="EntitiesDescriptorType">
  <xs:sequence>
    <xs:group ref="md:preamble"/>
    <xs:choice maxOccurs="unbounded"><xs:element ref="md:EntityDescriptor"/><xs:element ref="md:EntitiesDescriptor"/></xs:choice>
  </xs:sequence>
  <xs:attributeGroup ref="md:lifetime"/>
  <xs:attribute name="Name" type="xs:string"/>
</xs:complexType>
<xs:element name="EntityDescriptor" type="md:EntityDescriptorType"/>
<xs:complexType name="EntityDescriptorType">
  <xs:sequence>
    <xs:group ref="md:preamble"/>
    <xs:choice>
      <xs:choice maxOccurs="unbounded">
        <xs:element ref="md:RoleDescriptor"/>
        <xs:element ref="md:IDPSSODescriptor"/>
        <xs:element ref="md:SPSSODescriptor"/>
        <xs:element ref="md:AuthnAuthorityDescriptor"/>
        <xs:element ref="md:AttributeAuthorityDescriptor"/>
        <xs:element ref="md:PDPDescriptor"/>
      </xs:choice>
      <xs:element ref="md:AffiliationDescriptor"/>
    </xs:choice>
    <xs:element ref="md:Organization" minOccurs="0"/>
    <xs:element ref="md:ContactPerson" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element ref="md:AdditionalMetadataLocation" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
  <xs:attributeGroup ref="md:lifetime"/>
  <xs:attribute name="entityID" type="md:entityIDType" use="required"/>
  <xs:anyAttribute namespace="##other" processContents="lax"/>
</xs:complexType>
<xs:element name="Organization" type="md:OrganizationType"/>
<xs:complexType name="OrganizationType">
  <xs:sequence>
    <xs:element ref="md:Extensions" minOccurs="0"/>
    <xs:element ref="md:OrganizationName" maxOccurs="unbounded"/>
    <xs:element ref="md:OrganizationDisplayName" maxOccurs="unbounded"/>
    <xs:element ref="md:OrganizationURL" maxOccurs="unbounded"/>
  </xs:sequence>
  <xs:anyAttribute namespace="##other" processContents="lax"/>
</xs:complexType>
<xs:element name="OrganizationName" type="md:localizedNameType"/>
<xs:element name="OrganizationDisplayName" type="md:localizedNameType"/>
<xs:element name="OrganizationURL" type="md:localizedURIType"/>
<xs:element name="ContactPerson" type="md:ContactType"/>
<xs:complexType name="ContactType">
  <xs:sequence>
    <xs:element ref="md:Extensions" minOccurs="0"/>
    <xs:element ref="md:Company" minOccurs="0"/>
    <xs:element ref="md:GivenName" minOccurs="0"/>
    <xs:element ref="md:SurName" minOccurs="0"/>
    <xs:element ref="md:EmailAddress" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element ref="md:TelephoneNumber" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
  <xs:attribute name="contactType" use="required"><xs:simpleType><xs:restriction base="xs:string">
    <xs:enumeration value="technical"/><xs:enumeration value="support"/><xs:enumeration value="administrative"/>
    <xs:enumeration value="billing"/><xs:enumeration value="other"/>
  </xs:restriction></xs:simpleType></xs:attribute>
  <xs:anyAttribute namespace="##other" processContents="lax"/>
</xs:complexType>
<xs:element name="Company" type="xs:string"/>
<xs:element name="GivenName" type="xs:string"/>
<xs:element name="SurName" type="xs:string"/>
<xs:element name="EmailAddress" type="xs:anyURI"/>
<xs:element name="TelephoneNumber" type="xs:string"/>
<xs:element name="AdditionalMetadataLocation">
  <xs:complexType><xs:simpleContent><xs:extension base="xs:anyURI">
    <xs:attribute name="namespace" type="xs:anyURI" use="required"/>
  </xs:extension></xs:simpleContent></xs:complexType>
</xs:element>

<!-- §2.4.1, §2.4.2 -->
<xs:element name="RoleDescriptor" type="md:RoleDescriptorType"/>
<xs:complexType name="RoleDescriptorType" abstract="true">
  <xs:sequence>
    <xs:group ref="md:preamble"/>
    <xs:element ref="md:KeyDescriptor" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element ref="md:Organization" minOccurs="0"/>
    <xs:element ref="md:ContactPerson" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
  <xs:attributeGroup ref="md:lifetime"/>
  <xs:attribute name="protocolSupportEnumeration" use="required"><xs:simpleType><xs:list itemType="xs:anyURI"/></xs:simpleType></xs:attribute>
  <xs:attribute name="errorURL" type="xs:anyURI"/>
  <xs:anyAttribute namespace="##other" processContents="lax"/>
</xs:complexType>
<xs:element name="KeyDescriptor" type="md:KeyDescriptorType"/>
<xs:complexType name="KeyDescriptorType">
  <xs:sequence>
    <xs:element ref="ds:KeyInfo"/>
    <xs:element ref="md:EncryptionMethod" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
  <xs:attribute name="use"><xs:simpleType><xs:restriction base="xs:string">
    <xs:enumeration value="signing"/><xs:enumeration value="encryption"/>
  </xs:restriction></xs:simpleType></xs:attribute>
</xs:complexType>
<xs:element name="EncryptionMethod" type="xenc:EncryptionMethodType"/>
<xs:complexType name="SSODescriptorType" abstract="true"><xs:complexContent><xs:extension base="md:RoleDescriptorType"><xs:sequence>
  <xs:element ref="md:ArtifactResolutionService" minOccurs="0" maxOccurs="unbounded"/>
  <xs:element ref="md:SingleLogoutService" minOccurs="0" maxOccurs="unbounded"/>
  <xs:element ref="md:ManageNameIDService" minOccurs="0" maxOccurs="unbounded"/>
  <xs:element ref="md:NameIDFormat" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:element name="ArtifactResolutionService" type="md:IndexedEndpointType"/>
<xs:element name="SingleLogoutService" type="md:EndpointType"/>
<xs:element name="ManageNameIDService" type="md:EndpointType"/>
<xs:element name="NameIDFormat" type="xs:anyURI"/>

<!-- §2.4.3 -->
<xs:element name="IDPSSODescriptor" type="md:IDPSSODescriptorType"/>
<xs:complexType name="IDPSSODescriptorType"><xs:complexContent><xs:extension base="md:SSODescriptorType">
  <xs:sequence>
    <xs:element ref="md:SingleSignOnService" maxOccurs="unbounded"/>
    <xs:element ref="md:NameIDMappingService" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element ref="md:AssertionIDRequestService" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element ref="md:AttributeProfile" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element ref="saml:Attribute" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
  <xs:attribute name="WantAuthnRequestsSigned" type="xs:boolean"/>
</xs:extension></xs:complexContent></xs:complexType>
<xs:element name="SingleSignOnService" type="md:EndpointType"/>
<xs:element name="NameIDMappingService" type="md:EndpointType"/>
<xs:element name="AssertionIDRequestService" type="md:EndpointType"/>
<xs:element name="AttributeProfile" type="xs:anyURI"/>

<!-- §2.4.4 -->
<xs:element name="SPSSODescriptor" type="md:SPSSODescriptorType"/>
<xs:complexType name="SPSSODescriptorType"><xs:complexContent><xs:extension base="md:SSODescriptorType">
  <xs:sequence>
    <xs:element ref="md:AssertionConsumerService" maxOccurs="unbounded"/>
    <xs:element ref="md:AttributeConsumingService" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
  <xs:attribute name="AuthnRequestsSigned" type="xs:boolean"/>
  <xs:attribute name="WantAssertionsSigned" type="xs:boolean"/>
</xs:extension></xs:complexContent></xs:complexType>
<xs:element name="AssertionConsumerService" type="md:IndexedEndpointType"/>
<xs:element name="AttributeConsumingService">
  <xs:complexType>
    <xs:sequence>
      <xs:element ref="md:ServiceName" maxOccurs="unbounded"/>
      <xs:element ref="md:ServiceDescription" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element ref="md:RequestedAttribute" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attribute name="index" type="xs:unsignedShort" use="required"/>
    <xs:attribute name="isDefault" type="xs:boolean"/>
  </xs:complexType>
</xs:element>
<xs:element name="ServiceName" type="md:localizedNameType"/>
<xs:element name="ServiceDescription" type="md:localizedNameType"/>
<xs:element name="RequestedAttribute">
  <xs:complexType><xs:complexContent><xs:extension base="saml:AttributeType">
    <xs:attribute name="isRequired" type="xs:boolean"/>
  </xs:extension></xs:complexContent></xs:complexType>
</xs:element>

<!-- §2.4.5 to §2.5 -->
<xs:group name="queried"><xs:sequence>
  <xs:element ref="md:AssertionIDRequestService" minOccurs="0" maxOccurs="unbounded"/>
  <xs:element ref="md:NameIDFormat" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:group>
<xs:element name="AuthnAuthorityDescriptor">
  <xs:complexType><xs:complexContent><xs:extension base="md:RoleDescriptorType"><xs:sequence>
    <xs:element ref="md:AuthnQueryService" maxOccurs="unbounded"/>
    <xs:group ref="md:queried"/>
  </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
</xs:element>
<xs:element name="AuthnQueryService" type="md:EndpointType"/>
<xs:element name="PDPDescriptor">
  <xs:complexType><xs:complexContent><xs:extension base="md:RoleDescriptorType"><xs:sequence>
    <xs:element ref="md:AuthzService" maxOccurs="unbounded"/>
    <xs:group ref="md:queried"/>
  </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
</xs:element>
<xs:element name="AuthzService" type="md:EndpointType"/>
<xs:element name="AttributeAuthorityDescriptor">
  <xs:complexType><xs:complexContent><xs:extension base="md:RoleDescriptorType"><xs:sequence>
    <xs:element ref="md:AttributeService" maxOccurs="unbounded"/>
    <xs:group ref="md:queried"/>
    <xs:element ref="md:AttributeProfile" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element ref="saml:Attribute" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
</xs:element>
<xs:element name="AttributeService" type="md:EndpointType"/>
<xs:element name="AffiliationDescriptor">
  <xs:complexType>
    <xs:sequence>
      <xs:group ref="md:preamble"/>
      <xs:element ref="md:AffiliateMember" maxOccurs="unbounded"/>
      <xs:element ref="md:KeyDescriptor" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attributeGroup ref="md:lifetime"/>
    <xs:attribute name="affiliationOwnerID" type="md:entityIDType" use="required"/>
    <xs:anyAttribute namespace="##other" processContents="lax"/>
  </xs:complexType>
</xs:element>
<xs:element name="AffiliateMember" type="md:entityIDType"/>
</xs:schema>`
