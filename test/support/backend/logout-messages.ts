import { randomBytes } from 'node:crypto'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeLogoutRequest } from '#main/saml/logout/write-logout-request.ts'
import { writeLogoutResponse } from '#main/saml/logout/write-logout-response.ts'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import type { SigningIdentity } from '../pki/signing-identity.ts'
import type { SignInWorld } from './sign-in-world.ts'

interface Asking {
  readonly id?: string
  readonly issuer?: string
  readonly destination?: string
  readonly issueInstant?: Date
  readonly nameId?: string
  readonly sessionIndex?: string | null
}

const freshId = () => `_${randomBytes(20).toString('hex')}`

/** A LogoutRequest as this world's identity provider writes it: sound but for what is changed. */
export const logoutRequest = (world: SignInWorld, change: Asking = {}): string =>
  writeLogoutRequest({
    id: change.id ?? freshId(),
    issueInstant: change.issueInstant ?? world.now(),
    issuer: change.issuer ?? world.idp.config.idpEntityId,
    destination: change.destination ?? signOutUrlOf(world),
    nameId: { value: change.nameId ?? 'ada-1', format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' },
    sessionIndex: change.sessionIndex ?? null,
  })

export const logoutResponse = (world: SignInWorld, inResponseTo: string): string =>
  writeLogoutResponse({
    id: freshId(),
    issueInstant: world.now(),
    issuer: world.idp.config.idpEntityId,
    destination: signOutUrlOf(world),
    inResponseTo,
  })

export const signOutUrlOf = ({ provider }: SignInWorld): string => provider.handOut?.serviceProvider.signOutUrl ?? ''

/** Where the browser is sent with it. @param signer undefined: not signed */
export const byRedirect = (
  world: SignInWorld,
  xml: string,
  { signer, relayState = null }: { readonly signer: SigningIdentity | undefined; readonly relayState?: string | null },
): string =>
  encodeRedirect({
    destination: signOutUrlOf(world),
    kind: xml.includes('LogoutRequest') ? 'SAMLRequest' : 'SAMLResponse',
    xml,
    relayState,
    signWith: signer && { key: signer.privateKey, hash: 'sha256' },
  })

/** The form field, signed in the XML. */
export function byPost(xml: string, { privateKey, certificate }: SigningIdentity): string {
  const id = / ID="([^"]+)"/.exec(xml)?.[1] ?? ''
  const signing = { key: privateKey, hash: 'sha256', certificate: certificate.x509.raw.toString('base64') } as const
  return Buffer.from(signEnveloped(xml, { ...signing, id, after: 'Issuer' })).toString('base64')
}
