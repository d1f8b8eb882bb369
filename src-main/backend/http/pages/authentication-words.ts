const CLASSES = 'urn:oasis:names:tc:SAML:2.0:ac:classes:'

const several = 'Several factors (MFA)'
const known: Readonly<Record<string, string>> = {
  // Names that are agreed beyond SAML Authentication Context §3.4.
  'https://refeds.org/profile/mfa': several,
  'http://schemas.microsoft.com/claims/multipleauthn': several,
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor': several,
  [`${CLASSES}MobileTwoFactorContract`]: several,
  [`${CLASSES}MobileTwoFactorUnregistered`]: several,
  [`${CLASSES}TimeSyncToken`]: 'A one-time code',
  [`${CLASSES}Smartcard`]: 'A smart card',
  [`${CLASSES}SmartcardPKI`]: 'A smart card',
  [`${CLASSES}X509`]: 'A certificate',
  [`${CLASSES}TLSClient`]: 'A certificate',
  [`${CLASSES}Kerberos`]: "The computer's own sign-in (Kerberos)",
  [`${CLASSES}Password`]: 'A password',
  [`${CLASSES}PasswordProtectedTransport`]: 'A password',
  [`${CLASSES}unspecified`]: 'Not said',
}

/** In words what an authentication context says; one that nobody agreed on is shown as it is. */
export const authenticationWords = (context: string | null): string =>
  context === null ? 'Not said' : (known[context] ?? context)
