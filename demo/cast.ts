/** Who and what the story is about. The application exists nowhere: its host is reserved (RFC 2606) and does not resolve. */
export const passphrase = 'correct horse battery staple'

export const intake = {
  provider: 'Custom SAML',
  displayName: 'Customer Portal',
  applicationOwner: 'Robin Reyes, RevOps',
  domain: 'example.com',
}

export const application = {
  entityId: 'https://app.customer.example/saml',
  acsUrl: 'https://app.customer.example/saml/acs',
}

export const person = { username: 'mira', password: 'mira-practice' }
