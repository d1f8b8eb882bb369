const STATUS = 'urn:oasis:names:tc:SAML:2.0:status:'

/** What the status codes mean (SAML Core §3.2.2.2), by their last word. */
const meanings: Readonly<Record<string, string>> = {
  AuthnFailed: 'The user could not sign in at the identity provider.',
  InvalidAttrNameOrValue: 'The identity provider cannot deal with an attribute that was asked for.',
  InvalidNameIDPolicy:
    'The identity provider does not give the NameID format that we ask for. Choose the same format at both sides, or ask for none.',
  NoAuthnContext:
    'The identity provider cannot sign the user in by the means that we ask for (RequestedAuthnContext). Ask for no particular means.',
  NoAvailableIDP: 'No identity provider behind this one can be used.',
  NoPassive: 'The user had no session, and we asked for a login without any question (IsPassive).',
  NoSupportedIDP: 'No identity provider behind this one is supported.',
  PartialLogout: 'Not every session could be ended.',
  ProxyCountExceeded: 'The request may not be passed on any further.',
  RequestDenied:
    'The identity provider understood the request and refused it. Often the user is not assigned to this application.',
  RequestUnsupported: 'The identity provider does not support this kind of request.',
  RequestVersionDeprecated: 'The request is of an older version of SAML than the identity provider takes.',
  RequestVersionTooHigh: 'The request is of a newer version of SAML than the identity provider takes.',
  ResourceNotRecognized: 'The identity provider does not know the resource that was asked for.',
  TooManyResponses: 'There would be more answers than the identity provider can give.',
  UnknownAttrProfile: 'The identity provider does not know the attribute profile that was asked for.',
  UnknownPrincipal: 'The identity provider does not know this user.',
  UnsupportedBinding: 'The identity provider cannot answer by the binding that we ask for: it has to be HTTP-POST.',
  Requester:
    'The identity provider finds fault with our request: compare entity ID, ACS URL and signature at both sides.',
  Responder: 'The identity provider had a fault of its own: its log says which.',
  VersionMismatch: 'The identity provider does not take this version of SAML.',
}

/** @param codes top-level code first; the innermost known one says most */
export function meaningOfStatus(codes: readonly string[]): string | undefined {
  const words = codes.filter((code) => code.startsWith(STATUS)).map((code) => meanings[code.slice(STATUS.length)])
  return words.findLast((word) => word !== undefined)
}
