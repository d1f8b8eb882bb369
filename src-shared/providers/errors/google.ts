import type { ProviderErrorTexts } from './provider-error.ts'

/** Google, by the word on its error page. */
export const googleErrors: ProviderErrorTexts = {
  redirect_uri_mismatch: {
    says: 'The redirect URI of the request is not registered for this client, character for character.',
    owner: 'idp-admin',
    fix: 'Add it under Clients, Authorized redirect URIs, slash and port included, and wait some minutes.',
  },
  deleted_client: {
    says: 'The client was deleted.',
    owner: 'idp-admin',
    fix: 'Create a new client in the Google Cloud console and enter its ID and secret here.',
  },
  admin_policy_enforced: {
    says: "The organisation's administrator blocks this application.",
    owner: 'idp-admin',
    fix: 'Google Admin console, Security, API controls, App access control: trust the client ID.',
  },
  org_internal: {
    says: 'The application is for accounts of its own organisation only.',
    owner: 'idp-admin',
    fix: 'Take an account of that organisation, or set the audience to External.',
  },
  disallowed_useragent: {
    says: 'Google does not sign people in inside other programs.',
    owner: 'user',
    fix: 'Sign in in the system browser.',
  },
  access_not_configured: {
    says: 'An API that the application asks for is not switched on.',
    owner: 'idp-admin',
    fix: 'Switch it on in the Google Cloud console, or ask for openid, email and profile only.',
  },
}
