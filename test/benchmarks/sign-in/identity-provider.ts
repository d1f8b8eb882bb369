import { randomBytes } from 'node:crypto'
import { answerLogin } from '#main/saml/identity-provider/answer-login.ts'
import { writeResponse } from '#main/saml/identity-provider/write-response.ts'
import { NAME_ID_EMAIL } from '#main/saml/namespaces.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import type { AnsweredLogin, BegunLogin, Contender } from './contender.ts'

export const IDP_ENTITY_ID = 'https://idp.acme.example/metadata'
export const IDP_SSO_URL = 'https://idp.acme.example/sso'

const DAY = 86_400_000

/** Made now: the peer reads the clock itself. */
export function makeIdentityProvider(): Promise<SigningIdentity> {
  return makeSigningIdentity('rsa-2048', {
    notBefore: new Date(Date.now() - DAY).toISOString(),
    notAfter: new Date(Date.now() + 365 * DAY).toISOString(),
  })
}

const id = () => `_${randomBytes(16).toString('hex')}`

/** The assertion signed with RSA-2048 and SHA-256, four attributes: what most identity providers send. */
export function answer(
  { privateKey, certificate }: SigningIdentity,
  { entityId, acsUrl }: Pick<Contender, 'entityId' | 'acsUrl'>,
  login: BegunLogin,
  email: string,
): AnsweredLogin {
  const now = new Date()
  const xml = writeResponse(
    answerLogin({
      now,
      responseId: id(),
      assertionId: id(),
      issuer: IDP_ENTITY_ID,
      acsUrl,
      inResponseTo: login.requestId,
      audience: entityId,
      nameId: { value: email, format: NAME_ID_EMAIL },
      attributes: [
        { name: 'email', values: [email] },
        { name: 'given_name', values: ['Ada'] },
        { name: 'family_name', values: ['Lovelace'] },
        { name: 'groups', values: ['engineering', 'admins'] },
      ],
      signedInAt: now,
      sessionIndex: id(),
      signing: {
        key: privateKey,
        certificate: certificate.x509.raw.toString('base64'),
        hash: 'sha256',
        response: false,
        assertion: true,
      },
    }),
  )
  return { ...login, samlResponse: Buffer.from(xml).toString('base64') }
}
