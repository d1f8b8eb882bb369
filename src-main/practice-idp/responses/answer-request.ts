import { encodePost } from '#main/saml/binding/post-binding.ts'
import { type Answering, answerLogin, refuseLogin } from '#main/saml/identity-provider/answer-login.ts'
import type { ResponseValues } from '#main/saml/identity-provider/response-values.ts'
import { writeResponse } from '#main/saml/identity-provider/write-response.ts'
import { messageId } from '#main/saml/message-id.ts'
import { STATUS_INVALID_NAME_ID_POLICY, STATUS_NO_PASSIVE } from '#main/saml/namespaces.ts'
import type { IdentityProviderState, Session } from '../identity-provider-state.ts'
import type { LoginRequest } from '../requests/login-request.ts'
import type { PracticeSigning } from '../signing/practice-signing.ts'
import { namePerson } from './name-person.ts'

/** A form for the browser to post to the application. */
export interface PostedAnswer {
  readonly acsUrl: string
  readonly fields: Readonly<Record<string, string>>
}

/** @param session undefined where nobody is signed in and nobody may be asked (IsPassive) */
export async function answerRequest(
  idp: IdentityProviderState,
  request: LoginRequest,
  session: Session | undefined,
): Promise<PostedAnswer> {
  const { relayState, serviceProvider } = request
  const faults = idp.activeFaults
  let response = respond(idp, request, session, await idp.currentSigning())
  for (const fault of faults) response = (await fault.response?.(response, idp.scene)) ?? response
  const nameId = response.assertion?.nameId
  if (nameId !== undefined) session?.participants.set(serviceProvider, nameId)
  const message = faults.reduce((xml, fault) => fault.message?.(xml) ?? xml, writeResponse(response))
  const acsUrl = faults.reduce((url, fault) => fault.postsTo?.(url) ?? url, request.acsUrl)
  idp.endSlips()
  idp.onEvent({ kind: 'answered', username: session?.person.username ?? null, serviceProvider })
  const fields = { SAMLResponse: encodePost(message) }
  return { acsUrl, fields: relayState === null ? fields : { ...fields, RelayState: relayState } }
}

function respond(
  idp: IdentityProviderState,
  request: LoginRequest,
  session: Session | undefined,
  signing: PracticeSigning,
): ResponseValues {
  const answering = answeringFor(idp, request, signing)
  const { profile } = idp
  if (session === undefined)
    return refuseLogin(answering, STATUS_NO_PASSIVE, 'Nobody is signed in, and nobody was to be asked.')
  const nameId = namePerson(session.person, {
    identityProvider: idp.spokenEntityId,
    serviceProvider: request.serviceProvider,
    format: request.nameIdFormat,
    fresh: newId(idp),
  })
  if (nameId === undefined)
    return refuseLogin(
      answering,
      STATUS_INVALID_NAME_ID_POLICY,
      `The NameID format ${request.nameIdFormat} is not known.`,
    )
  const values = answerLogin({
    ...answering,
    assertionId: newId(idp),
    audience: request.serviceProvider,
    nameId,
    attributes: profile.attributes(session.person, session.secondFactor),
    context: profile.context(session.secondFactor),
    signedInAt: session.signedInAt,
    sessionIndex: session.index,
  })
  const key = idp.serviceProviders.get(request.serviceProvider)?.encryptionKey
  return profile.encrypts && key !== undefined ? { ...values, encryptTo: key } : values
}

function answeringFor(
  idp: IdentityProviderState,
  { acsUrl, inResponseTo }: LoginRequest,
  { privateKey, certificate }: PracticeSigning,
): Answering {
  return {
    now: idp.clock(),
    responseId: newId(idp),
    issuer: idp.spokenEntityId,
    acsUrl,
    inResponseTo,
    signing: {
      key: privateKey,
      certificate: certificate.x509.raw.toString('base64'),
      hash: 'sha256',
      ...idp.profile.signs,
      prefix: idp.profile.signaturePrefix,
    },
    prefixes: idp.profile.prefixes,
  }
}

const newId = (idp: IdentityProviderState) => messageId(idp.random(16))
