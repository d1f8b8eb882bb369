/** Namespaces of the usual metadata extensions. */
export const MDUI = 'urn:oasis:names:tc:SAML:metadata:ui'
export const MDATTR = 'urn:oasis:names:tc:SAML:metadata:attribute'
export const MDRPI = 'urn:oasis:names:tc:SAML:metadata:rpi'
export const ALGSUPPORT = 'urn:oasis:names:tc:SAML:metadata:algsupport'
export const IDPDISC = 'urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol'
export const REQUEST_INIT = 'urn:oasis:names:tc:SAML:profiles:SSO:request-init'
export const SHIBMD = 'urn:mace:shibboleth:metadata:1.0'
export const REMD = 'http://refeds.org/metadata'
