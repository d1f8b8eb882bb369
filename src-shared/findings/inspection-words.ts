import type { InspectedKind, InspectedLayer, InspectionVerdict } from '../model/inspection.ts'

/** What each kind is called, and one sentence on what it is for. */
export const inspectedKindWords: Readonly<Record<InspectedKind, { readonly name: string; readonly says: string }>> = {
  'saml-response': {
    name: 'SAML response',
    says: 'What the identity provider sends to the application when someone signs in.',
  },
  'saml-assertion': {
    name: 'SAML assertion',
    says: 'The statement about the person, taken out of its response.',
  },
  'saml-request': {
    name: 'SAML sign-in request',
    says: 'What the application sends to the identity provider to have someone sign in.',
  },
  'saml-logout': { name: 'SAML logout message', says: 'Ends a session, or answers that it was ended.' },
  'saml-metadata': { name: 'SAML metadata', says: 'Describes an identity provider or an application.' },
  'ws-federation-request': {
    name: 'WS-Federation sign-in request',
    says: 'The address that the application sends the browser to, to have someone sign in by WS-Federation.',
  },
  'ws-federation-response': {
    name: 'WS-Federation sign-in response',
    says: 'What the identity provider sends to the application by WS-Federation: an assertion in a wrapping of its own.',
  },
  'other-xml': { name: 'XML', says: 'XML, but no SAML message and no metadata.' },
  jwt: { name: 'JSON Web Token', says: 'A token such as an ID token or an access token.' },
  jwk: { name: 'JSON Web Key', says: 'One public key as JSON.' },
  jwks: { name: 'JSON Web Key Set', says: 'The public keys with which an OpenID provider signs.' },
  'oidc-discovery': {
    name: 'OpenID Connect discovery document',
    says: 'Describes an OpenID provider: its addresses and what it supports.',
  },
  'oidc-client': {
    name: 'OpenID Connect client registration',
    says: 'Describes an application to an OpenID provider.',
  },
  'token-response': { name: 'Token response', says: 'What the token endpoint answered.' },
  'authorization-request': {
    name: 'OpenID Connect sign-in request',
    says: 'The address that the application sends the browser to, to have someone sign in.',
  },
  'authorization-response': {
    name: 'OpenID Connect callback',
    says: 'The address by which the provider sends the browser back to the application.',
  },
  har: { name: 'Browser recording (HAR)', says: 'Everything a browser sent and received, step by step.' },
  'saml-tracer': { name: 'SAML-tracer recording', says: 'Everything a browser sent and received, step by step.' },
  certificate: { name: 'Certificate', says: 'An X.509 certificate: a public key with a name and dates.' },
  'certificate-request': {
    name: 'Certificate request',
    says: 'Asks for a certificate; it is not one, and nothing can be verified with it.',
  },
  'public-key': { name: 'Public key', says: 'A bare public key without name or dates.' },
  'private-key': { name: 'Private key', says: 'Whoever has it can act as its owner.' },
  pkcs7: { name: 'Certificate bundle (PKCS #7)', says: 'Certificates in one file, usually a chain.' },
  pkcs12: {
    name: 'Key file (PKCS #12)',
    says: 'A private key with its certificate, sealed with a password.',
  },
  'web-page': { name: 'Web page', says: 'HTML, such as a sign-in or error page.' },
  address: { name: 'Address', says: 'A web address without a sign-in message in it.' },
  json: { name: 'JSON', says: 'JSON that belongs to no known part of a sign-in.' },
  text: { name: 'Text', says: 'Text in which nothing was recognised.' },
  binary: { name: 'Binary data', says: 'Bytes in which nothing was recognised.' },
  empty: { name: 'Nothing', says: 'There is nothing in it.' },
  'too-large': { name: 'Too much', says: 'It is larger than what is looked at.' },
}

/** How a wrapping is called; `name` stands behind it where there is one: `form field SAMLResponse`. */
export const layerWords: Readonly<Record<InspectedLayer['kind'], string>> = {
  address: 'address',
  form: 'form field',
  multipart: 'multipart form field',
  'http-message': 'HTTP message',
  'html-form': 'form in a web page',
  'json-text': 'text in JSON',
  'url-encoding': 'URL encoding',
  base64: 'Base64',
  base64url: 'Base64 for addresses',
  deflate: 'DEFLATE',
  zlib: 'zlib',
  gzip: 'gzip',
  'utf-16': 'UTF-16',
}

export const inspectionVerdictWords: Readonly<
  Record<InspectionVerdict, { readonly word: string; readonly says: string }>
> = {
  recognised: { word: 'Recognised', says: 'It is known, and nothing in it is wrong as far as it can be judged.' },
  faulty: { word: 'Faulty', says: 'It is known, and something in it is wrong.' },
  unrecognised: { word: 'Not recognised', says: 'Nothing that belongs to a sign-in was found in it.' },
}
