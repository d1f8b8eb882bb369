import type { RefusalText } from './refusal.ts'
import { administrationTexts } from './refusal-texts-administration.ts'
import { configTexts } from './refusal-texts-config.ts'

/** What the admin API says when it refuses. Code carries no prose: it names a key of this. */
export const refusalTexts = {
  'api-key.missing': {
    error: 'unauthorized',
    says: 'This needs an API key. Send it as “Authorization: Bearer <API key>”.',
  },
  'api-key.unknown': {
    error: 'unauthorized',
    says: 'This API key is not known or was revoked. Use another one.',
  },
  'request.host': {
    error: 'forbidden',
    says: 'This server does not answer under that host name. Use the address it was started with.',
  },
  'request.origin': {
    error: 'forbidden',
    says: 'A page of another site sent this request. Send it from the app or the command line.',
  },
  'request.too-many': {
    error: 'too_many_requests',
    says: 'Too many requests. Wait a minute, then try again.',
  },
  'request.not-json': {
    error: 'validation',
    says: 'The body is not JSON. Send JSON with Content-Type application/json.',
  },
  'request.too-large': { error: 'validation', says: 'The body is too large.' },
  'request.unknown-route': { error: 'not_found', says: 'There is nothing at this address. Check method and path.' },
  'request.unknown-id': {
    error: 'not_found',
    says: 'This ID does not exist. List what there is to find the right one.',
  },
  'request.failed': {
    error: 'internal',
    says: 'The server failed at this request. Try again; if it fails again, look for this number in its log:',
  },
  'request.stale': {
    error: 'precondition_failed',
    says: 'Someone has changed this since it was read, and nothing was changed now. Read it again, then make your change.',
  },
  'request.cursor': { error: 'validation', says: 'is not one of ours. Leave it out to begin at the first page.' },
  'storage.unavailable': {
    error: 'storage_unavailable',
    says: 'The server cannot write: its disk is full, or not to be written. Nothing was changed. Make room, then try again.',
  },
  'storage.damaged': {
    error: 'storage_unavailable',
    says: 'The database of the server is damaged. Nothing was changed. Stop the server and restore its last backup.',
  },
  'licence.inactive': {
    error: 'enterprise_required',
    says: 'Enterprise license not active. Single sign-on needs an active enterprise plan.',
  },
  'provider.not-found': { error: 'not_found', says: "Provider ID doesn't exist. List the providers to find it." },
  'provider.last-while-enforced': {
    error: 'conflict',
    says: 'Single sign-on is enforced and this is the last active provider. Switch enforcement off first, or enable another provider.',
  },
  'google.not-set-up': { error: 'not_found', says: 'Sign-in with Google is not set up. Set it up first.' },
  'draft.not-found': { error: 'not_found', says: "Draft ID doesn't exist, or the draft has been published." },
  'domain.claimed': {
    error: 'conflict',
    says:
      'Domain already claimed by another SSO provider. Use another domain, or delete the other provider first. If it is ' +
      'another organisation’s and the domain is yours, prove it in a draft by its TXT record, then publish that draft.',
  },
  'domain.order': { error: 'validation', says: 'must begin with domain. Put it first, or leave domains out.' },
  'domain.missing': { error: 'validation', says: 'is empty. Enter at least one e-mail domain.' },
  'enforcement.no-provider': {
    error: 'no_provider',
    says: 'Cannot enforce SSO without at least one active SSO provider. Create and enable a SAML or OIDC provider first.',
  },
  'receipt.missing': {
    error: 'not_tested',
    says: 'This configuration has not been tested. Run a test login, then try again.',
  },
  'receipt.other-configuration': {
    error: 'not_tested',
    says: 'The test receipt is for another configuration. Test this configuration, then try again.',
  },
  'receipt.not-accepted': {
    error: 'not_tested',
    says: 'The test login was not accepted. Mend what it found, test again, then try again.',
  },
  'receipt.not-ours': {
    error: 'not_tested',
    says: 'The test receipt was not signed by this backend, or was changed. Test again, then try again.',
  },
  'login-test.not-found': {
    error: 'not_found',
    says: "Test ID doesn't exist, or the test is older than 10 minutes. Start another test.",
  },
  'login-test.judged': { error: 'conflict', says: 'This test has been judged already. Start another test.' },
  'login-test.configuration-changed': {
    error: 'conflict',
    says: 'The configuration was changed during the test. Start another test.',
  },
  'login-test.message-unreadable': {
    error: 'validation',
    says: 'is not Base64. Hand in the form field exactly as the identity provider posted it.',
  },
  'login-test.message-too-large': { error: 'validation', says: 'is larger than a SAML response may be.' },
  'login-test.relay-state': {
    error: 'validation',
    says: 'is not what was sent. The identity provider must return RelayState exactly as it came, or no sign-in finds its request.',
  },
  'login-test.saml-only': {
    error: 'validation',
    says: 'This is for SAML connections. An OpenID Connect login is handed in at …/callback.',
  },
  'login-test.oidc-only': {
    error: 'validation',
    says: 'This is for OpenID Connect connections. A SAML response is handed in at …/response.',
  },
  'login-test.state': {
    error: 'validation',
    says: 'holds another state than was sent. The provider must return state exactly as it came, or no sign-in finds its request.',
  },
  'login-test.provider-unusable': {
    error: 'conflict',
    says: "The provider's discovery document or its keys cannot be used, so no login can begin:",
  },
  'login-test.request-refused': {
    error: 'conflict',
    says: 'The provider refused the authorization request that was pushed to it:',
  },
  ...administrationTexts,
  ...configTexts,
} as const satisfies Record<string, RefusalText>

export type RefusalTextCode = keyof typeof refusalTexts
