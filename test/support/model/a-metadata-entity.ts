import type { MetadataEntity } from '#shared/model/judgement.ts'
import { aCertificate } from './a-certificate.ts'

const BINDINGS = 'urn:oasis:names:tc:SAML:2.0:bindings'

/** An identity provider with one key and one way in. */
export const aMetadataEntity = (changes: Partial<MetadataEntity> = {}): MetadataEntity => ({
  entityId: 'https://idp.example.com/entity',
  roles: ['idp'],
  validUntil: null,
  singleSignOnServices: [{ binding: `${BINDINGS}:HTTP-Redirect`, location: 'https://idp.example.com/sso' }],
  singleLogoutServices: [],
  assertionConsumerServices: [],
  nameIdFormats: [],
  wantAuthnRequestsSigned: false,
  signingCertificates: [aCertificate()],
  encryptionCertificates: [],
  displayName: null,
  cacheDuration: null,
  authnRequestsSigned: false,
  wantAssertionsSigned: false,
  requestedAttributes: [],
  entityAttributes: [],
  contacts: [],
  registrationAuthority: null,
  ...changes,
})
