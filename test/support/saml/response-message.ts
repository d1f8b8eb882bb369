import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import type { SigningIdentity } from '../pki/signing-identity.ts'

/** The moment every built message calls now. */
export const NOW = new Date('2026-06-01T12:00:00.000Z')
export const IDP = 'https://idp.example.com/entity'
export const SP = 'https://app.customer.example/saml'
export const ACS = 'https://app.customer.example/saml/acs'
export const REQUEST = '_request1'

/** An instant some seconds away from `NOW`, as SAML writes it. */
export const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000).toISOString().replace('.000Z', 'Z')

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/** Every value of the message. What is undefined is left out; what is XML is put in as it is. */
export const soundMessage = {
  responseAttributes: `ID="_response1" Version="2.0" IssueInstant="${at(-2)}" Destination="${ACS}" InResponseTo="${REQUEST}"`,
  responseIssuer: `<saml:Issuer>${IDP}</saml:Issuer>`,
  status: '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>',
  assertionAttributes: `ID="_assertion1" Version="2.0" IssueInstant="${at(-2)}"`,
  assertionIssuer: `<saml:Issuer>${IDP}</saml:Issuer>`,
  nameId: '<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">ada@example.com</saml:NameID>',
  confirmation: `<saml:SubjectConfirmation Method="${BEARER}"><saml:SubjectConfirmationData Recipient="${ACS}" NotOnOrAfter="${at(300)}" InResponseTo="${REQUEST}"/></saml:SubjectConfirmation>`,
  conditionsAttributes: `NotBefore="${at(-60)}" NotOnOrAfter="${at(300)}"`,
  conditions: `<saml:AudienceRestriction><saml:Audience>${SP}</saml:Audience></saml:AudienceRestriction>`,
  authnStatement: `<saml:AuthnStatement AuthnInstant="${at(-10)}" SessionIndex="_session1"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`,
  attributes: [
    attribute('email', 'ada@example.com'),
    attribute('given_name', 'Ada'),
    attribute('family_name', 'Lovelace'),
    attribute('groups', 'engineering', 'pilots'),
  ].join(''),
}

export type MessageParts = typeof soundMessage

export function attribute(name: string, ...values: string[]): string {
  const inside = values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')
  return `<saml:Attribute Name="${name}">${inside}</saml:Attribute>`
}

export function assertionXml(change: Partial<MessageParts> = {}): string {
  const parts = { ...soundMessage, ...change }
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ${parts.assertionAttributes}>${parts.assertionIssuer}<saml:Subject>${parts.nameId}${parts.confirmation}</saml:Subject><saml:Conditions ${parts.conditionsAttributes}>${parts.conditions}</saml:Conditions>${parts.authnStatement}<saml:AttributeStatement>${parts.attributes}</saml:AttributeStatement></saml:Assertion>`
}

/** A response around whatever stands where the assertion does. */
export function responseXml(change: Partial<MessageParts> = {}, assertion = assertionXml(change)): string {
  const parts = { ...soundMessage, ...change }
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ${parts.responseAttributes}>${parts.responseIssuer}${parts.status}${assertion}</samlp:Response>`
}

type Signer = Pick<SigningIdentity, 'privateKey' | 'certificate'>

/** Signs what is named, the assertion first. */
export function sign(
  xml: string,
  signer: Signer,
  ids: readonly string[] = ['_assertion1'],
  hash: 'sha256' | 'sha512' = 'sha256',
): string {
  const certificate = signer.certificate.x509.raw.toString('base64')
  return ids.reduce(
    (signed, id) => signEnveloped(signed, { key: signer.privateKey, certificate, hash, id, after: 'Issuer' }),
    xml,
  )
}
