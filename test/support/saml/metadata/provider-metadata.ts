import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import type { SigningIdentity } from '../../pki/signing-identity.ts'
import { base64Of, PROTOCOL } from './entity-xml.ts'

const MD = 'xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"'
const B = 'urn:oasis:names:tc:SAML:2.0:bindings'
const EMAIL = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'
const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'
const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'

const formats = (...uris: string[]) => uris.map((uri) => `<md:NameIDFormat>${uri}</md:NameIDFormat>`).join('')
const endpoint = (name: string, binding: string, location: string, more = '') =>
  `<md:${name} Binding="${B}:${binding}" Location="${location}"${more}/>`
const ways = (name: string, location: string, ...bindings: string[]) =>
  bindings.map((binding) => endpoint(name, binding, location)).join('')
const key = (identity: SigningIdentity, use = ' use="signing"', name = '') =>
  `<md:KeyDescriptor${use}><ds:KeyInfo>${name}<ds:X509Data><ds:X509Certificate>${base64Of(identity).replace(/.{64}/g, '$&\n')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
const idp = (inside: string, attributes = ' WantAuthnRequestsSigned="false"') =>
  `<md:IDPSSODescriptor${attributes} protocolSupportEnumeration="${PROTOCOL}">${inside}</md:IDPSSODescriptor>`
const entity = (entityId: string, inside: string, attributes = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor ${MD} entityID="${entityId}"${attributes}>${inside}</md:EntityDescriptor>`
const signed = (xml: string, identity: SigningIdentity) =>
  signEnveloped(xml, { key: identity.privateKey, certificate: base64Of(identity), hash: 'sha256', id: '_metadata' })

const FED = 'http://docs.oasis-open.org/wsfed/federation/200706'
const federationRole = (type: string, identity: SigningIdentity) =>
  `<md:RoleDescriptor xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="${FED}" xsi:type="fed:${type}" protocolSupportEnumeration="${FED}">${key(identity)}<fed:TokenTypesOffered><fed:TokenType Uri="urn:oasis:names:tc:SAML:2.0:assertion"/></fed:TokenTypesOffered></md:RoleDescriptor>`

const attribute = (name: string, friendlyName: string) =>
  `<saml:Attribute xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" FriendlyName="${friendlyName}"/>`

/** Metadata as each provider's console gives it out, with a key of ours. */
export const providerMetadata: Readonly<Record<string, (identity: SigningIdentity) => string>> = {
  Okta: (own) =>
    entity(
      'http://www.okta.com/exk1fxphMkHtMd8bm5d7',
      idp(
        key(own) +
          formats(UNSPECIFIED, EMAIL) +
          ways(
            'SingleSignOnService',
            'https://example.okta.com/app/example/exk1/sso/saml',
            'HTTP-POST',
            'HTTP-Redirect',
          ),
      ),
    ),
  'Microsoft Entra ID': (own) => {
    const tenant = '00000000-0000-4000-8000-000000000000'
    const address = `https://login.microsoftonline.com/${tenant}/saml2`
    const roles = federationRole('SecurityTokenServiceType', own) + federationRole('ApplicationServiceType', own)
    const inside = idp(
      key(own) +
        ways('SingleLogoutService', address, 'HTTP-Redirect') +
        ways('SingleSignOnService', address, 'HTTP-Redirect', 'HTTP-POST'),
      '',
    )
    return signed(entity(`https://sts.windows.net/${tenant}/`, roles + inside, ' ID="_metadata"'), own)
  },
  'Google Workspace': (own) =>
    entity(
      'https://accounts.google.com/o/saml2?idpid=C01abcdef',
      idp(
        key(own) +
          formats(EMAIL) +
          ways(
            'SingleSignOnService',
            'https://accounts.google.com/o/saml2/idp?idpid=C01abcdef',
            'HTTP-Redirect',
            'HTTP-POST',
          ),
      ),
      ' validUntil="2026-12-31T00:00:00.000Z"',
    ),
  OneLogin: (own) =>
    entity(
      'https://app.onelogin.com/saml/metadata/0a1b',
      idp(
        key(own) +
          ways('SingleLogoutService', 'https://example.onelogin.com/trust/saml2/http-redirect/slo/1', 'HTTP-Redirect') +
          formats(EMAIL) +
          ways(
            'SingleSignOnService',
            'https://example.onelogin.com/trust/saml2/http-post/sso/0a1b',
            'HTTP-Redirect',
            'HTTP-POST',
            'SOAP',
          ),
        '',
      ),
    ),
  PingOne: (own) =>
    entity(
      'https://auth.pingone.eu/00000000-0000-4000-8000-000000000000',
      idp(
        key(own) +
          ways('SingleLogoutService', 'https://auth.pingone.eu/0/saml20/idp/slo', 'HTTP-POST', 'HTTP-Redirect') +
          formats(UNSPECIFIED, EMAIL) +
          ways('SingleSignOnService', 'https://auth.pingone.eu/0/saml20/idp/sso', 'HTTP-POST', 'HTTP-Redirect'),
        ' WantAuthnRequestsSigned="false"',
      ),
      ' ID="_metadata"',
    ),
  'AD FS': (own) => {
    const address = 'https://adfs.example.com/adfs/ls/'
    const roles = federationRole('ApplicationServiceType', own) + federationRole('SecurityTokenServiceType', own)
    const sp = `<md:SPSSODescriptor WantAssertionsSigned="true" protocolSupportEnumeration="${PROTOCOL}">${key(own, ' use="encryption"')}${key(own)}${ways('SingleLogoutService', address, 'HTTP-Redirect', 'HTTP-POST')}${formats(EMAIL, PERSISTENT, TRANSIENT)}${endpoint('AssertionConsumerService', 'HTTP-POST', address, ' index="0" isDefault="true"')}${endpoint('AssertionConsumerService', 'HTTP-Artifact', address, ' index="1"')}${endpoint('AssertionConsumerService', 'HTTP-Redirect', address, ' index="2"')}</md:SPSSODescriptor>`
    const inside = idp(
      key(own, ' use="encryption"') +
        key(own) +
        ways('SingleLogoutService', address, 'HTTP-Redirect', 'HTTP-POST') +
        formats(EMAIL, PERSISTENT, TRANSIENT) +
        ways('SingleSignOnService', address, 'HTTP-Redirect', 'HTTP-POST') +
        attribute('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress', 'E-Mail Address'),
      '',
    )
    return signed(
      entity(
        'http://adfs.example.com/adfs/services/trust',
        `${roles}${sp}${inside}<md:ContactPerson contactType="support"/>`,
        ' ID="_metadata"',
      ),
      own,
    )
  },
  JumpCloud: (own) =>
    entity(
      'https://idp.example.com/jumpcloud',
      idp(
        key(own) +
          formats(UNSPECIFIED, EMAIL) +
          ways('SingleSignOnService', 'https://sso.jumpcloud.com/saml2/example', 'HTTP-Redirect', 'HTTP-POST'),
      ),
    ),
  Rippling: (own) =>
    entity(
      'https://www.rippling.com/saml/metadata/0a1b',
      idp(
        key(own) +
          formats(EMAIL) +
          ways(
            'SingleSignOnService',
            'https://www.rippling.com/api/platform/sso/saml/idp/0a1b',
            'HTTP-POST',
            'HTTP-Redirect',
          ),
      ),
    ),
  Auth0: (own) =>
    entity(
      'urn:example.eu.auth0.com',
      idp(
        key(own) +
          ways('SingleLogoutService', 'https://example.eu.auth0.com/samlp/0a1b/logout', 'HTTP-Redirect', 'HTTP-POST') +
          formats(EMAIL, PERSISTENT, TRANSIENT) +
          ways('SingleSignOnService', 'https://example.eu.auth0.com/samlp/0a1b', 'HTTP-Redirect', 'HTTP-POST') +
          attribute('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress', 'E-Mail Address'),
        '',
      ),
    ),
  Keycloak: (own) => {
    const address = 'https://sso.example.com/realms/example/protocol/saml'
    return entity(
      'https://sso.example.com/realms/example',
      idp(
        key(own, ' use="signing"', '<ds:KeyName>k1</ds:KeyName>') +
          endpoint('ArtifactResolutionService', 'SOAP', `${address}/resolve`, ' index="0"') +
          ways('SingleLogoutService', address, 'HTTP-POST', 'HTTP-Redirect', 'HTTP-Artifact', 'SOAP') +
          formats(PERSISTENT, TRANSIENT, UNSPECIFIED, EMAIL) +
          ways('SingleSignOnService', address, 'HTTP-POST', 'HTTP-Redirect', 'SOAP', 'HTTP-Artifact'),
        ' WantAuthnRequestsSigned="true"',
      ),
    )
  },
  Shibboleth: (own) => {
    const extensions = `<md:Extensions><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" regexp="false">example.edu</shibmd:Scope><mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui"><mdui:DisplayName xml:lang="en">Example University</mdui:DisplayName></mdui:UIInfo></md:Extensions>`
    const aa = `<md:AttributeAuthorityDescriptor protocolSupportEnumeration="${PROTOCOL}">${key(own)}${endpoint('AttributeService', 'SOAP', 'https://idp.example.edu:8443/idp/profile/SAML2/SOAP/AttributeQuery')}</md:AttributeAuthorityDescriptor>`
    const sso = (binding: string, path: string) =>
      endpoint('SingleSignOnService', binding, `https://idp.example.edu/idp/profile/SAML2/${path}/SSO`)
    return entity(
      'https://idp.example.edu/idp/shibboleth',
      idp(
        extensions +
          key(own) +
          key(own, ' use="encryption"') +
          ways('SingleLogoutService', 'https://idp.example.edu/idp/profile/SAML2/Redirect/SLO', 'HTTP-Redirect') +
          sso('HTTP-POST', 'POST') +
          sso('HTTP-POST-SimpleSign', 'POST-SimpleSign') +
          sso('HTTP-Redirect', 'Redirect'),
        '',
      ) + aa,
    )
  },
  SimpleSAMLphp: (own) =>
    entity(
      'https://idp.example.com/simplesaml/saml2/idp/metadata.php',
      `${idp(key(own) + key(own, ' use="encryption"') + ways('SingleLogoutService', 'https://idp.example.com/simplesaml/saml2/idp/SingleLogoutService.php', 'HTTP-Redirect') + formats(TRANSIENT) + ways('SingleSignOnService', 'https://idp.example.com/simplesaml/saml2/idp/SSOService.php', 'HTTP-Redirect'), '')}<md:ContactPerson contactType="technical"><md:GivenName>Administrator</md:GivenName><md:EmailAddress>mailto:na@example.com</md:EmailAddress></md:ContactPerson>`,
    ),
  Duo: (own) =>
    entity(
      'https://sso-1.sso.duosecurity.com/saml2/sp/DI1/metadata',
      idp(
        key(own) +
          ways(
            'SingleLogoutService',
            'https://sso-1.sso.duosecurity.com/saml2/sp/DI1/slo',
            'HTTP-Redirect',
            'HTTP-POST',
          ) +
          formats(EMAIL, UNSPECIFIED, PERSISTENT, TRANSIENT) +
          ways(
            'SingleSignOnService',
            'https://sso-1.sso.duosecurity.com/saml2/sp/DI1/sso',
            'HTTP-Redirect',
            'HTTP-POST',
          ),
      ),
    ),
  PingFederate: (own) =>
    signed(
      entity(
        'pingfederate:example',
        idp(
          key(own) +
            endpoint(
              'ArtifactResolutionService',
              'SOAP',
              'https://sso.example.com/idp/ARS.ssaml2',
              ' index="0" isDefault="true"',
            ) +
            formats(UNSPECIFIED) +
            ways(
              'SingleSignOnService',
              'https://sso.example.com/idp/SSO.saml2',
              'HTTP-POST',
              'HTTP-Redirect',
              'HTTP-Artifact',
              'SOAP',
            ),
        ),
        ' ID="_metadata" cacheDuration="PT1440M"',
      ),
      own,
    ),
  CyberArk: (own) =>
    entity(
      'https://aaa1234.my.idaptive.app/0a1b',
      idp(
        key(own) +
          ways(
            'SingleLogoutService',
            'https://aaa1234.my.idaptive.app/applogout/appkey/0a1b',
            'HTTP-Redirect',
            'HTTP-POST',
          ) +
          formats(UNSPECIFIED, EMAIL) +
          ways(
            'SingleSignOnService',
            'https://aaa1234.my.idaptive.app/applogin/appKey/0a1b',
            'HTTP-Redirect',
            'HTTP-POST',
          ),
      ),
    ),
}
