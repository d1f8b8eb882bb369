/** What differs between the sample responses. */
export interface ResponseValues {
  readonly audience: string
  readonly acsUrl: string
  readonly issuer: string
  readonly attributes: Readonly<Record<string, readonly string[]>>
  readonly isSigned: boolean
}

const base64 = (length: number) =>
  'mYt3Q0zVb1s9kXw2RrJ5uEo8HnPd6LgTc4AfKiBv7NxUqZlSjOeWhGpMyDaCF+/I'.repeat(12).slice(0, length)

const signature = (id: string) =>
  `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>${base64(43)}=</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>${base64(342)}==</ds:SignatureValue></ds:Signature>`

const attribute = ([name, values]: [string, readonly string[]]) =>
  `<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`

/** A response in one line, as identity providers send them. Nothing in it was signed by anyone. */
export const responseXml = ({ audience, acsUrl, issuer, attributes, isSigned }: ResponseValues): string =>
  `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r1" Version="2.0" IssueInstant="2026-11-22T07:59:41.204Z" Destination="${acsUrl}" InResponseTo="_a7c1e0"><saml:Issuer>${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="_s1" Version="2.0" IssueInstant="2026-11-22T07:59:41.204Z"><saml:Issuer>${issuer}</saml:Issuer>${isSigned ? signature('_s1') : ''}<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">ada@customer.example</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="_a7c1e0" NotOnOrAfter="2026-11-22T08:04:41.204Z" Recipient="${acsUrl}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="2026-11-22T07:59:11.204Z" NotOnOrAfter="2026-11-22T08:04:41.204Z"><saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="2026-11-22T07:59:40.000Z" SessionIndex="_s1"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${Object.entries(attributes).map(attribute).join('')}</saml:AttributeStatement></saml:Assertion></samlp:Response>`

export const requestXml = (entityId: string, acsUrl: string, destination: string): string =>
  `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_a7c1e0" Version="2.0" IssueInstant="2026-11-22T07:59:30.000Z" Destination="${destination}" AssertionConsumerServiceURL="${acsUrl}" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${entityId}</saml:Issuer><samlp:NameIDPolicy AllowCreate="true"/></samlp:AuthnRequest>`
