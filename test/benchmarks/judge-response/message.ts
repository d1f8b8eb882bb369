import { answerLogin } from '#main/saml/identity-provider/answer-login.ts'
import { writeResponse } from '#main/saml/identity-provider/write-response.ts'
import { makeSigningIdentity, type SigningIdentity } from '#test/support/pki/signing-identity.ts'
import { loginAnswering } from '#test/support/saml/login-answering.ts'
import { encrypt } from '#test/support/xml/encrypt.ts'

export type Kind = 'assertion signed' | 'both signed' | 'assertion signed, then encrypted'

export interface BenchmarkMessage {
  readonly kind: Kind
  readonly signer: SigningIdentity
  /** What is encrypted is encrypted for this one. */
  readonly reader: SigningIdentity
  readonly now: Date
  readonly issuer: string
  readonly audience: string
  readonly acsUrl: string
  readonly requestId: string
  /** As it arrives, in Base64. */
  readonly samlResponse: string
}

/**
 * A fresh login of one person with four attributes, RSA-2048 and SHA-256 throughout; encrypted: AES-256-GCM and RSA-OAEP. The peer
 * reads the clock itself, so the message is of now.
 */
export async function benchmarkMessage(kind: Kind, now: Date): Promise<BenchmarkMessage> {
  const day = 86_400_000
  const validity = {
    notBefore: new Date(now.getTime() - day).toISOString(),
    notAfter: new Date(now.getTime() + 365 * day).toISOString(),
  }
  const signer = await makeSigningIdentity('rsa-2048', validity)
  const reader = await makeSigningIdentity('rsa-2048', validity)
  const login = loginAnswering(signer, { now, signedInAt: now })
  const signing = { ...login.signing, response: kind === 'both signed' }
  const written = writeResponse(answerLogin({ ...login, signing }))
  const xml = kind === 'assertion signed, then encrypted' ? encrypted(written, reader) : written
  const { issuer, audience, acsUrl, inResponseTo = '' } = login
  const samlResponse = Buffer.from(xml).toString('base64')
  return { kind, signer, reader, now, issuer, audience, acsUrl, requestId: inResponseTo, samlResponse }
}

function encrypted(response: string, { publicKey }: SigningIdentity): string {
  return response.replace(/<saml:Assertion .*<\/saml:Assertion>/s, (assertion) => {
    return `<saml:EncryptedAssertion>${encrypt(assertion, { to: publicKey })}</saml:EncryptedAssertion>`
  })
}
