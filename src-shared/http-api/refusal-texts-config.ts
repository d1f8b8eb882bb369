import type { RefusalText } from './refusal.ts'

/** What is wrong with the configuration of a provider or draft. */
export const configTexts = {
  'config.incomplete': {
    error: 'validation',
    says: "is missing. The identity provider's side is complete with entity ID, sign-in URL and certificate.",
  },
  'config.other-type': {
    error: 'validation',
    says: 'belongs to the other protocol. The type of a provider cannot change: create another one.',
  },
  'config.url-refused': {
    error: 'validation',
    says: 'is not an address we can use. Enter one that begins with https:// (http:// on this machine only).',
  },
  'config.secret-missing': {
    error: 'validation',
    says: 'is the mask of a secret that was never given. Enter the secret itself.',
  },
  'config.secret-needed': {
    error: 'validation',
    says: 'is missing. Enter the client secret, or set config.clientAuthentication to none for a public client.',
  },
  'config.secret-unwanted': {
    error: 'validation',
    says: 'is given though config.clientAuthentication is none. Leave one of the two out.',
  },
  'config.oidc-incomplete': {
    error: 'validation',
    says: "is missing. The provider's side is complete with issuer, discovery URL, client ID and client secret.",
  },
  'config.tenants-missing': {
    error: 'validation',
    says: 'is missing. This issuer serves every organisation: list the tenants (tid) that may sign in.',
  },
  'config.certificate.empty': { error: 'validation', says: 'is empty. Enter the signing certificate in PEM format.' },
  'config.certificate.private-key': {
    error: 'validation',
    says: 'is a private key. It was not kept. Enter the certificate; if the key was sent to you, have it replaced.',
  },
  'config.certificate.certificate-request': {
    error: 'validation',
    says: 'is a certificate request. Enter the certificate that was issued for it.',
  },
  'config.certificate.public-key': {
    error: 'validation',
    says: 'is a bare public key. Enter the whole certificate, beginning with BEGIN CERTIFICATE.',
  },
  'config.certificate.several': {
    error: 'validation',
    says: 'holds several certificates. Enter one here and the others in config.idpCertificates.',
  },
  'config.certificate.web-page': {
    error: 'validation',
    says: 'is a web page. Enter the signing certificate in PEM format.',
  },
  'config.certificate.metadata': {
    error: 'validation',
    says: 'is metadata. Enter the signing certificate that stands in it.',
  },
  'config.certificate.not-a-certificate': {
    error: 'validation',
    says: 'is no X.509 certificate. Copy it again from BEGIN CERTIFICATE to END CERTIFICATE, with nothing left out.',
  },
  'config.key.not-a-key': {
    error: 'validation',
    says: 'is no private key we can read. Enter it in PEM format (PKCS#8), without a passphrase.',
  },
  'config.key.weak': {
    error: 'validation',
    says: 'is not strong enough or of another kind. Use RSA with at least 2048 bits, or EC on the curve P-256.',
  },
  'config.key.no-match': {
    error: 'validation',
    says: 'belongs to another private key. Enter the certificate that was made for config.spPrivateKey, or leave it out.',
  },
  'config.key.missing': {
    error: 'validation',
    says: 'needs the private key it was made for. Enter that in config.spPrivateKey, or leave the certificate out.',
  },
} as const satisfies Record<string, RefusalText>
