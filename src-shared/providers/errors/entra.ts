import type { ProviderErrorText, ProviderErrorTexts } from './provider-error.ts'

const text = (owner: ProviderErrorText['owner'], says: string, fix: string): ProviderErrorText => ({ owner, says, fix })

const reply = text(
  'idp-admin',
  'The redirect URI (reply URL) of the request is not registered for this application, character for character.',
  'Copy the exact address, slash, capitals and port included: app registration, Authentication, Redirect URIs; for SAML under Basic SAML Configuration, Reply URL.',
)
const mfa = text(
  'user',
  'The user has to pass a second factor, or to enrol for one, and did not.',
  'Sign in in a browser window without prompt=none (or IsPassive) and finish the second factor.',
)
const conditionalAccess = text(
  'idp-admin',
  'A Conditional Access policy blocked this sign-in.',
  'Look the sign-in up under Sign-in logs, Conditional Access, and mend the device or the policy named there.',
)
const otherTenant = text(
  'user',
  'The account does not exist in this tenant.',
  'Sign out at Microsoft and take the account of this organisation, or have its administrator invite the account as a guest.',
)
const consent = text(
  'idp-admin',
  'Nobody has consented to what the application asks for.',
  'Grant admin consent: app registration, API permissions, Grant admin consent.',
)
const password = text(
  'user',
  'The password was wrong or has expired, or the account is locked or disabled.',
  'Sign in to Microsoft directly, and have the account reset by its administrator if that fails as well.',
)

/** Microsoft Entra ID (AADSTS, by number). */
export const entraErrors: ProviderErrorTexts = {
  AADSTS50011: reply,
  AADSTS900971: reply,
  AADSTS700016: text(
    'idp-admin',
    'This tenant knows no application with this client ID (or SAML entity ID).',
    'Compare the client ID with “Application (client) ID”, or the entity ID with “Identifier (Entity ID)”, and check the tenant in the address.',
  ),
  AADSTS650056: text(
    'idp-admin',
    'The application is not set up completely: nobody has consented, or the request names another identifier.',
    'Grant admin consent under API permissions, and compare the identifier.',
  ),
  AADSTS50105: text(
    'idp-admin',
    'The user is not assigned to the application. Members of nested groups do not count.',
    'Enterprise applications, the application, Users and groups, Add; or set “Assignment required?” to No.',
  ),
  AADSTS75011: text(
    'sp-admin',
    'The request demands a way of signing in that the running session does not have.',
    'Leave RequestedAuthnContext out of the request, or ask for a fresh sign-in.',
  ),
  AADSTS501241: text(
    'idp-admin',
    'The attribute that names the user is empty for this user.',
    'Fill it in for the user, or choose another source attribute under Attributes & Claims.',
  ),
  AADSTS50020: otherTenant,
  AADSTS90072: otherTenant,
  AADSTS50034: otherTenant,
  AADSTS50053: password,
  AADSTS50055: password,
  AADSTS50057: password,
  AADSTS50126: password,
  AADSTS50058: text(
    'sp-admin',
    'The request forbids any interaction, and nobody is signed in at Microsoft.',
    'Leave prompt=none (or IsPassive) out of the request.',
  ),
  AADSTS50072: mfa,
  AADSTS50074: mfa,
  AADSTS50076: mfa,
  AADSTS50079: mfa,
  AADSTS53000: conditionalAccess,
  AADSTS53001: conditionalAccess,
  AADSTS53003: conditionalAccess,
  AADSTS530032: conditionalAccess,
  AADSTS65001: consent,
  AADSTS90094: consent,
  AADSTS65004: text(
    'user',
    'The user declined to consent.',
    'Begin again and consent, or have the administrator grant consent for everybody.',
  ),
  AADSTS50194: text(
    'sp-admin',
    'The application is for one tenant, but was called through the address for all.',
    'Use the issuer of the tenant: https://login.microsoftonline.com/<tenant>/v2.0.',
  ),
  AADSTS90002: text('sp-admin', 'This tenant does not exist.', 'Check the tenant ID or domain in the issuer.'),
  AADSTS7000215: text(
    'sp-admin',
    'The client secret is wrong. Often the ID of the secret was copied instead of its value.',
    'Make a new secret under Certificates & secrets, and enter its Value, which is shown once.',
  ),
  AADSTS7000222: text(
    'idp-admin',
    'The client secret has expired.',
    'Make a new secret under Certificates & secrets, and enter its Value here.',
  ),
  AADSTS7000218: text(
    'sp-admin',
    'The request carries no client secret, and the application is no public client.',
    'Enter the client secret, or set “Allow public client flows” to Yes.',
  ),
  AADSTS700054: text(
    'idp-admin',
    'The application may not send ID Tokens through the browser.',
    'Use the code flow, or tick “ID tokens” under Authentication.',
  ),
  AADSTS54005: text('user', 'The code was redeemed already.', 'Begin the login again; do not reload the callback.'),
  AADSTS501481: text(
    'sp-admin',
    'The PKCE verifier does not belong to the request.',
    'Begin the login again, in one browser and one tab.',
  ),
  AADSTS7000112: text(
    'idp-admin',
    'The application is disabled in this tenant.',
    'Enterprise applications, the application, Properties: enable users to sign in.',
  ),
  AADSTS70011: text('sp-admin', 'A scope of the request does not exist.', 'Ask for openid, email and profile only.'),
  AADSTS50003: text(
    'idp-admin',
    'The application has no signing key.',
    'Create a certificate under SAML Certificates and make it active.',
  ),
}
