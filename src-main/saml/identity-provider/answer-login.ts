import { AUTHN_CONTEXT_PASSWORD, CONFIRMATION_BEARER, STATUS_RESPONDER, STATUS_SUCCESS } from '../namespaces.ts'
import type { AttributeValues, NameIdValues, ResponseValues, SigningValues } from './response-values.ts'
import type { Prefixes } from './with-prefixes.ts'

/** Seconds in which a response must be delivered, and by which it is dated back for clocks that lag. */
const DELIVERY_SECONDS = 300
const LAG_SECONDS = 30

/** For whom and to where an identity provider answers. */
export interface Answering {
  readonly now: Date
  readonly responseId: string
  /** Entity ID of the identity provider. */
  readonly issuer: string
  /** ACS URL the response goes to. */
  readonly acsUrl: string
  /** ID of the request; undefined where the identity provider began. */
  readonly inResponseTo: string | undefined
  readonly signing: SigningValues
  readonly prefixes?: Prefixes | undefined
}

export interface LoginAnswering extends Answering {
  readonly assertionId: string
  /** Entity ID of the service provider. */
  readonly audience: string
  readonly nameId: NameIdValues
  readonly attributes: readonly AttributeValues[]
  readonly signedInAt: Date
  readonly sessionIndex: string
  /** URI of the AuthnContextClassRef; a password over TLS where undefined. */
  readonly context?: string | undefined
}

/** What Web Browser SSO asks of a successful response, and no more (SAML Profiles §4.1.4.2). */
export function answerLogin(login: LoginAnswering): ResponseValues {
  const { now, issuer, acsUrl, inResponseTo } = login
  const deliveryEnds = new Date(now.getTime() + DELIVERY_SECONDS * 1000)
  return {
    ...envelope(login),
    status: { code: STATUS_SUCCESS },
    assertion: {
      id: login.assertionId,
      issueInstant: now,
      issuer,
      nameId: login.nameId,
      confirmation: { method: CONFIRMATION_BEARER, recipient: acsUrl, notOnOrAfter: deliveryEnds, inResponseTo },
      conditions: {
        notBefore: new Date(now.getTime() - LAG_SECONDS * 1000),
        notOnOrAfter: deliveryEnds,
        audiences: [login.audience],
      },
      authnStatement: {
        instant: login.signedInAt,
        sessionIndex: login.sessionIndex,
        context: login.context ?? AUTHN_CONTEXT_PASSWORD,
      },
      attributes: login.attributes,
    },
  }
}

/** A response that carries no one (§4.1.4.2: then no assertion). */
export const refuseLogin = (answering: Answering, subCode: string, message: string): ResponseValues => ({
  ...envelope(answering),
  status: { code: STATUS_RESPONDER, subCode, message },
})

const envelope = ({ responseId, now, issuer, acsUrl, inResponseTo, signing, prefixes }: Answering) => ({
  id: responseId,
  issueInstant: now,
  issuer,
  destination: acsUrl,
  inResponseTo,
  signing,
  prefixes,
})
