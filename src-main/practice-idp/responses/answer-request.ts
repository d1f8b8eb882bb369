import { encodePost } from '#main/saml/binding/post-binding.ts'
import { type Answering, answerLogin, refuseLogin } from '#main/saml/identity-provider/answer-login.ts'
import type { ResponseValues } from '#main/saml/identity-provider/response-values.ts'
import { writeResponse } from '#main/saml/identity-provider/write-response.ts'
import { messageId } from '#main/saml/message-id.ts'
import { STATUS_INVALID_NAME_ID_POLICY, STATUS_NO_PASSIVE } from '#main/saml/namespaces.ts'
import { applyFaults } from '../faults/fault-table.ts'
import type { IdentityProviderState, Session } from '../identity-provider-state.ts'
import type { LoginRequest } from '../requests/login-request.ts'
import { describePerson } from './describe-person.ts'
import { namePerson } from './name-person.ts'

/** A form for the browser to post to the application. */
export interface PostedAnswer {
  readonly acsUrl: string
  readonly fields: Readonly<Record<string, string>>
}

/** @param session undefined where nobody is signed in and nobody may be asked (IsPassive) */
export function answerRequest(
  idp: IdentityProviderState,
  request: LoginRequest,
  session: Session | undefined,
): PostedAnswer {
  const { acsUrl, relayState, serviceProvider } = request
  const response = applyFaults(respond(idp, request, session), idp.faults)
  idp.onEvent({ kind: 'answered', username: session?.person.username ?? null, serviceProvider })
  const fields = { SAMLResponse: encodePost(writeResponse(response)) }
  return { acsUrl, fields: relayState === null ? fields : { ...fields, RelayState: relayState } }
}

function respond(idp: IdentityProviderState, request: LoginRequest, session: Session | undefined): ResponseValues {
  const answering = answeringFor(idp, request)
  if (session === undefined)
    return refuseLogin(answering, STATUS_NO_PASSIVE, 'Nobody is signed in, and nobody was to be asked.')
  const nameId = namePerson(session.person, {
    identityProvider: idp.entityId,
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
  return answerLogin({
    ...answering,
    assertionId: newId(idp),
    audience: request.serviceProvider,
    nameId,
    attributes: describePerson(session.person),
    signedInAt: session.signedInAt,
    sessionIndex: session.index,
  })
}

function answeringFor(idp: IdentityProviderState, { acsUrl, inResponseTo }: LoginRequest): Answering {
  const { privateKey, certificate } = idp.signing
  return {
    now: idp.clock(),
    responseId: newId(idp),
    issuer: idp.entityId,
    acsUrl,
    inResponseTo,
    signing: {
      key: privateKey,
      certificate: certificate.x509.raw.toString('base64'),
      hash: 'sha256',
      response: true,
      assertion: true,
    },
  }
}

const newId = (idp: IdentityProviderState) => messageId(idp.random(16))
