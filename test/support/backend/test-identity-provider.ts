import { randomBytes } from 'node:crypto'
import { decodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { answerLogin, type LoginAnswering } from '#main/saml/identity-provider/answer-login.ts'
import type { AuthnStatementValues } from '#main/saml/identity-provider/response-values.ts'
import { writeResponse } from '#main/saml/identity-provider/write-response.ts'
import type { HandOut } from '#shared/http-api/provider.ts'
import { makeSigningIdentity, type SigningIdentity } from '../pki/signing-identity.ts'
import { loginAnswering } from '../saml/login-answering.ts'

export interface TestIdentityProvider {
  readonly signing: SigningIdentity
  /** For a provider's or draft's `config`. */
  readonly config: { idpEntityId: string; idpSsoUrl: string; idpCertificate: string }
  /** What it posts for a person. @param change of the message, @param statement of its AuthnStatement */
  readonly respond: (
    answering: Answering,
    change?: Partial<LoginAnswering>,
    statement?: Partial<AuthnStatementValues>,
  ) => string
}

export interface Answering {
  readonly handOut: HandOut
  readonly now: Date
  readonly requestId: string | undefined
  readonly email?: string
  readonly nameId?: string
}

export async function makeTestIdentityProvider(host = 'idp.acme.example'): Promise<TestIdentityProvider> {
  const signing = await makeSigningIdentity()
  const entityId = `https://${host}/entity`
  return {
    signing,
    config: {
      idpEntityId: entityId,
      idpSsoUrl: `https://${host}/sso`,
      idpCertificate: signing.certificate.summary.pem,
    },
    respond({ handOut, now, requestId, email = 'ada@acme.example', nameId = 'ada-1' }, change = {}, statement = {}) {
      const values = answerLogin(
        loginAnswering(signing, {
          now,
          signedInAt: now,
          responseId: `_${randomBytes(20).toString('hex')}`,
          assertionId: `_${randomBytes(20).toString('hex')}`,
          issuer: entityId,
          acsUrl: handOut.serviceProvider.acsUrl,
          audience: handOut.serviceProvider.entityId,
          inResponseTo: requestId,
          nameId: { value: nameId, format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' },
          attributes: [
            { name: 'email', values: [email] },
            { name: 'given_name', values: ['Ada'] },
            { name: 'family_name', values: ['Lovelace'] },
          ],
          ...change,
        }),
      )
      const { assertion } = values
      const authnStatement = assertion?.authnStatement && { ...assertion.authnStatement, ...statement }
      const xml = writeResponse({ ...values, assertion: assertion && { ...assertion, authnStatement } })
      return Buffer.from(xml, 'utf8').toString('base64')
    },
  }
}

/** What the browser brought to the identity provider. */
export function readRequest(address: URL): { requestId: string; relayState: string } {
  const { xml, relayState } = decodeRedirect(address.search)
  const requestId = / ID="([^"]+)"/.exec(Buffer.from(xml).toString('utf8'))?.[1] ?? ''
  return { requestId, relayState: relayState ?? '' }
}
