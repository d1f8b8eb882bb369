import { encodePost } from '#main/saml/binding/post-binding.ts'
import { encodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import { writeLogoutRequest } from '#main/saml/logout/write-logout-request.ts'
import { writeLogoutResponse } from '#main/saml/logout/write-logout-response.ts'
import { messageId } from '#main/saml/message-id.ts'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import type { PostedAnswer } from '../responses/answer-request.ts'
import type { LogoutEndpoint } from '../service-providers/read-service-provider.ts'
import type { LogoutRun, Participation } from './logout-run.ts'

/** Where the browser goes next. */
export type LogoutStep =
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'post'; readonly form: PostedAnswer }
  /** Nobody waits. `stayed`: entity IDs of those that did not end theirs. */
  | { readonly kind: 'done'; readonly stayed: readonly string[] }

/** To the next application that can be asked; after the last to the one that began. */
export function goOn(idp: IdentityProviderState, run: LogoutRun): Promise<LogoutStep> {
  const [next, ...remaining] = run.remaining
  if (next === undefined) return finish(idp, run)
  const endpoint = idp.serviceProviders.get(next.serviceProvider)?.logout[0]
  if (endpoint === undefined) return goOn(idp, { ...run, remaining, stayed: [...run.stayed, next.serviceProvider] })
  return ask(idp, { ...run, remaining, asked: next.serviceProvider }, next, endpoint)
}

function ask(
  idp: IdentityProviderState,
  run: LogoutRun,
  { nameId, sessionIndex }: Participation,
  { binding, url }: LogoutEndpoint,
): Promise<LogoutStep> {
  const id = messageId(idp.random(16))
  idp.logoutRuns.keep(id, run)
  const xml = writeLogoutRequest({
    ...outgoing(idp, id, url),
    nameId: { ...nameId, format: nameId.format ?? null },
    sessionIndex,
  })
  return send(idp, { binding, id, destination: url, kind: 'SAMLRequest', xml, relayState: null })
}

async function finish(idp: IdentityProviderState, { asker, stayed }: LogoutRun): Promise<LogoutStep> {
  const endpoint = asker?.serviceProvider.logout[0]
  if (asker === undefined || endpoint === undefined) return { kind: 'done', stayed }
  const { binding, answerUrl: destination } = endpoint
  const { requestId: inResponseTo, relayState } = asker
  const id = messageId(idp.random(16))
  const inPart = stayed.length > 0
  const xml = writeLogoutResponse({ ...outgoing(idp, id, destination), inResponseTo, inPart })
  return send(idp, { binding, id, destination, kind: 'SAMLResponse', xml, relayState })
}

const outgoing = (idp: IdentityProviderState, id: string, destination: string) => ({
  id,
  issueInstant: idp.clock(),
  issuer: idp.spokenEntityId,
  destination,
})

interface Outgoing {
  readonly binding: LogoutEndpoint['binding']
  readonly id: string
  readonly destination: string
  readonly kind: 'SAMLRequest' | 'SAMLResponse'
  readonly xml: string
  readonly relayState: string | null
}

/** Signed as the binding has it: the query, or the message itself (SAML Profiles §4.4.4). */
async function send(
  idp: IdentityProviderState,
  { binding, id, destination, kind, xml, relayState }: Outgoing,
): Promise<LogoutStep> {
  const { privateKey: key, certificate } = await idp.currentSigning()
  if (binding === 'redirect') {
    const url = encodeRedirect({ destination, kind, xml, relayState, signWith: { key, hash: 'sha256' } })
    return { kind: 'redirect', url }
  }
  const signed = signEnveloped(xml, {
    ...{ key, id, hash: 'sha256', after: 'Issuer' },
    certificate: certificate.x509.raw.toString('base64'),
    ...(idp.profile.signaturePrefix !== undefined && { prefix: idp.profile.signaturePrefix }),
  })
  const fields = { [kind]: encodePost(signed), ...(relayState !== null && { RelayState: relayState }) }
  return { kind: 'post', form: { acsUrl: destination, fields } }
}
