import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import type { SigningIdentity } from '#test/support/pki/signing-identity.ts'
import type { BegunLogin, Contender } from './contender.ts'
import { IDP_ENTITY_ID, IDP_SSO_URL } from './identity-provider.ts'
import { PartProcess } from './process.ts'

/** Ory Polis' library, the most used of its kind in Node. */
export async function jackson({ certificate }: SigningIdentity): Promise<Contender> {
  const peer = new PartProcess('jackson')
  await peer.ask(
    'open',
    writeIdentityProviderMetadata({
      entityId: IDP_ENTITY_ID,
      singleSignOnServices: [{ binding: BINDING_REDIRECT, location: IDP_SSO_URL }],
      signingCertificates: [certificate.x509.raw.toString('base64')],
      wantAuthnRequestsSigned: false,
    }),
  )
  return {
    name: '@boxyhq/saml-jackson, its own calls, store in memory',
    entityId: 'https://saml.boxyhq.com',
    acsUrl: 'http://127.0.0.1:5225/api/oauth/saml',
    people: 100,
    begin: (count) => peer.ask<BegunLogin[]>('begin', count),
    finish: (logins) => peer.ask('finish', logins),
    used: () => peer.ask<number>('used'),
    stop: () => peer.stop(),
  }
}
