import type { ProblemTexts } from './problem-text.ts'

export const openidProblems = {
  'openid.empty': {
    what: 'There is nothing in it.',
    remedy: 'Download the discovery document again: the issuer followed by /.well-known/openid-configuration.',
  },
  'openid.too-large': {
    what: 'This is more than 1 MB, so it was not read.',
    remedy: 'A discovery document is far smaller: look for the issuer followed by /.well-known/openid-configuration.',
  },
  'openid.web-page': {
    what: 'This is a web page, not a discovery document.',
    remedy: 'Enter the issuer, or its address followed by /.well-known/openid-configuration.',
  },
  'openid.metadata': {
    what: 'This is SAML metadata, not an OpenID discovery document.',
    remedy: 'Choose SAML under Intake, or load the discovery document of the identity provider.',
  },
  'openid.not-discovery': {
    what: 'This is not the discovery document of an OpenID provider.',
    remedy: 'Enter the issuer, or its address followed by /.well-known/openid-configuration.',
  },
  'openid.no-issuer': {
    what: 'The discovery document names no issuer.',
    remedy: 'Load the document that the provider itself publishes.',
  },
  'openid.no-endpoint': {
    what: 'The discovery document names no authorization endpoint or no token endpoint.',
    remedy: 'Load the document that the provider itself publishes.',
  },
  'openid.keys-alone': {
    what: 'This is a key set, and no provider is loaded yet that it could belong to.',
    remedy: 'Load the discovery document first.',
  },
  'openid.private-key': {
    what: 'There is a private or shared key in it. None of it was kept.',
    remedy: 'Whoever published it has given the key away: have it replaced, and load public keys only.',
  },
  'openid.provider-missing': {
    what: "The identity provider's side is not loaded yet.",
    remedy: 'Load its discovery document under Identity provider first.',
  },
  'openid.client-missing': {
    what: "The application's side is not entered yet.",
    remedy: 'Enter client ID and redirect URI under Service provider first.',
  },
  'openid.client-id-empty': {
    what: 'The client ID is empty.',
    remedy: 'Copy it from the identity provider’s console, where the application is registered.',
  },
  'openid.secret-missing': {
    what: 'The client secret is missing.',
    remedy: 'Copy it from the identity provider’s console. It is sealed on this computer and never shown again.',
  },
  'openid.redirect-refused': {
    what: 'This cannot be a redirect URI.',
    remedy:
      'Enter an address that begins with https://, http://localhost or the application’s own scheme, without # and spaces.',
  },
  'openid.scope-refused': {
    what: 'This is not a scope.',
    remedy: 'A scope has no spaces, quotation marks or backslashes.',
  },
  'openid.maximum-age-refused': {
    what: 'This is not a number of seconds.',
    remedy: 'Enter a whole number, or leave it empty.',
  },
  'openid.not-practice': {
    what: 'This connection is not to the practice IdP.',
    remedy: 'Load the practice IdP’s discovery document under Identity provider first.',
  },
} as const satisfies ProblemTexts
