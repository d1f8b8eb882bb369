const WELL_KNOWN = '/.well-known/openid-configuration'

/** Where an issuer's document stands (OpenID Connect Discovery §4); the address of a document stays as it is. */
export const wellKnownAddress = (issuer: string): string =>
  issuer.endsWith(WELL_KNOWN) ? issuer : `${issuer.replace(/\/$/, '')}${WELL_KNOWN}`
