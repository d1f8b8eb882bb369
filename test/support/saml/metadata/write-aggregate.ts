import { closeSync, openSync, writeSync } from 'node:fs'
import type { SigningIdentity } from '../../pki/signing-identity.ts'
import { namespacesXml, PROTOCOL } from './entity-xml.ts'

export interface AggregateOptions {
  readonly entities: number
  /** Whose certificate every entity carries, its serial number changed so that no two are equal. */
  readonly identity: SigningIdentity
  /** Put first into the root, such as a Signature template. */
  readonly preamble?: string
  /** Entities, by their number, that are written broken. */
  readonly broken?: ReadonlySet<number>
}

const B = 'urn:oasis:names:tc:SAML:2.0:bindings'
const languages = ['en', 'de', 'fr', 'nl', 'sv', 'it']

/** An aggregate of a research federation: about 9 KB an entity, one in three an identity provider. */
export function writeAggregate(path: string, options: AggregateOptions): void {
  const file = openSync(path, 'w')
  try {
    const { entities, preamble = '', broken } = options
    writeSync(
      file,
      `<?xml version="1.0" encoding="UTF-8"?>\n<md:EntitiesDescriptor ${namespacesXml} xmlns:mdrpi="urn:oasis:names:tc:SAML:metadata:rpi" xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" ID="_aggregate" Name="urn:example:federation" validUntil="2026-06-15T00:00:00Z">${preamble}\n`,
    )
    const certificates = certificatesLike(options.identity)
    for (let number = 0; number < entities; number += 1) {
      writeSync(file, aggregateEntity(number, certificates(number), broken?.has(number) ?? false))
    }
    writeSync(file, '</md:EntitiesDescriptor>\n')
  } finally {
    closeSync(file)
  }
}

/** The certificate with another serial number: read like any other, though its own signature no longer fits. */
function certificatesLike({ certificate }: SigningIdentity): (number: number) => string {
  const serial = Buffer.from(certificate.summary.serial, 'hex')
  const at = certificate.x509.raw.indexOf(serial)
  return (number) => {
    const der = Buffer.from(certificate.x509.raw)
    der.writeUInt32BE(number, at + serial.length - 4)
    return der.toString('base64').replace(/.{76}/g, '$&\n')
  }
}

const localized = (name: string, text: string) =>
  languages.map((language) => `      <${name} xml:lang="${language}">${text} (${language})</${name}>`).join('\n')

function aggregateEntity(number: number, certificate: string, isBroken: boolean): string {
  const host = `https://host-${number}.university.example`
  const isIdp = number % 3 === 0
  const key = (use: string) =>
    `    <md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\n${certificate}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
  const ui = `    <md:Extensions>${isIdp ? `<shibmd:Scope regexp="false">university-${number}.example</shibmd:Scope>` : ''}<mdui:UIInfo>
${localized('mdui:DisplayName', `University ${number}`)}
${localized('mdui:Description', `The service of the University number ${number}, for its students and staff, and what else it may be good for`)}
${localized('mdui:InformationURL', `${host}/about`)}
${localized('mdui:PrivacyStatementURL', `${host}/privacy`)}
      <mdui:Logo height="60" width="80">${host}/logo.png</mdui:Logo>
    </mdui:UIInfo></md:Extensions>`
  const endpoint = (name: string, binding: string, path: string, more = '') =>
    `    <md:${name} Binding="${B}:${binding}" Location="${host}/${path}"${more}/>`
  const formats = ['SAML:2.0:nameid-format:transient', 'SAML:2.0:nameid-format:persistent']
    .map((format) => `    <md:NameIDFormat>urn:oasis:names:tc:${format}</md:NameIDFormat>`)
    .join('\n')
  const role = isIdp
    ? `  <md:IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}" errorURL="${host}/error">
${ui}
${key('signing')}
${key('encryption')}
${endpoint('SingleLogoutService', 'HTTP-Redirect', 'slo')}
${formats}
${isBroken ? '' : ['HTTP-Redirect', 'HTTP-POST', 'SOAP'].map((binding) => endpoint('SingleSignOnService', binding, `sso/${binding}`)).join('\n')}
  </md:IDPSSODescriptor>`
    : `  <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${PROTOCOL}">
${ui}
${key('signing')}
${key('encryption')}
${endpoint('SingleLogoutService', 'HTTP-Redirect', 'slo')}
${formats}
${isBroken ? '' : ['HTTP-POST', 'HTTP-POST-SimpleSign', 'HTTP-Artifact', 'PAOS'].map((binding, index) => endpoint('AssertionConsumerService', binding, `acs/${binding}`, ` index="${index}"`)).join('\n')}
    <md:AttributeConsumingService index="0">
${localized('md:ServiceName', `Service ${number}`)}
${['eduPersonPrincipalName', 'mail', 'displayName', 'eduPersonScopedAffiliation'].map((name, index) => `      <md:RequestedAttribute FriendlyName="${name}" Name="urn:oid:1.3.6.1.4.1.5923.1.1.1.${index}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" isRequired="${index < 2}"/>`).join('\n')}
    </md:AttributeConsumingService>
  </md:SPSSODescriptor>`
  return `<md:EntityDescriptor entityID="${host}/entity">
  <md:Extensions>
    <mdrpi:RegistrationInfo registrationAuthority="https://federation.example" registrationInstant="2024-01-01T00:00:00Z"><mdrpi:RegistrationPolicy xml:lang="en">https://federation.example/policy</mdrpi:RegistrationPolicy></mdrpi:RegistrationInfo>
    <mdattr:EntityAttributes><saml:Attribute Name="http://macedir.org/entity-category" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue>http://refeds.org/category/research-and-scholarship</saml:AttributeValue></saml:Attribute></mdattr:EntityAttributes>
  </md:Extensions>
${role}
  <md:Organization>
${localized('md:OrganizationName', `University ${number}`)}
${localized('md:OrganizationDisplayName', `University ${number}`)}
${localized('md:OrganizationURL', host)}
  </md:Organization>
  <md:ContactPerson contactType="technical"><md:GivenName>Help</md:GivenName><md:SurName>Desk</md:SurName><md:EmailAddress>mailto:help@host-${number}.university.example</md:EmailAddress></md:ContactPerson>
  <md:ContactPerson contactType="support"><md:GivenName>Service</md:GivenName><md:EmailAddress>mailto:support@host-${number}.university.example</md:EmailAddress></md:ContactPerson>
</md:EntityDescriptor>
`
}
