import type { ProviderErrorText } from './provider-error.ts'

/** Sentences by which providers without codes say what is wrong. */
export const errorSentences: readonly (ProviderErrorText & { readonly sentence: RegExp; readonly code: string })[] = [
  {
    code: 'not assigned',
    sentence: /user is not assigned to the client application/i,
    says: 'The user is not assigned to the application (Okta).',
    owner: 'idp-admin',
    fix: 'Open the application, Assignments, Assign, and choose the user or a group of theirs.',
  },
  {
    code: 'redirect URI',
    sentence:
      /redirect_uri'? (?:parameter )?must be a login redirect uri|callback url mismatch|redirect_uri(?:'s)? (?:did|does) not match|not pre-registered|invalid (?:parameter: )?redirect_uri/i,
    says: 'The redirect URI of the request is not registered for this client, character for character.',
    owner: 'idp-admin',
    fix: 'Add it to the redirect URIs (sign-in redirect URIs, allowed callback URLs) of this client, slash and port included.',
  },
  {
    code: 'client secret',
    sentence: /(?:invalid|incorrect|wrong) client.?secret|client authentication failed|invalid client credentials/i,
    says: 'The client secret is wrong, or is sent in another way than is registered.',
    owner: 'sp-admin',
    fix: 'Enter the current client secret, and choose the way of sending it (Basic or Post) that the client is set to.',
  },
  {
    code: 'PKCE',
    sentence: /pkce|code.?verifier|code_challenge/i,
    says: 'The PKCE verifier does not belong to the request.',
    owner: 'user',
    fix: 'Begin the login again, in one browser and one tab.',
  },
  {
    code: 'code',
    sentence:
      /authorization code (?:has )?(?:expired|already|is invalid|was|not (?:found|valid))|code not valid|grant (?:request is invalid|not found)/i,
    says: 'The code has expired or was redeemed already.',
    owner: 'user',
    fix: 'Begin the login again; do not reload the callback.',
  },
]
