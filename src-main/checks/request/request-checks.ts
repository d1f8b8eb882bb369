import { BINDING_POST, NAME_ID_UNSPECIFIED } from '#main/saml/namespaces.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import type { Check, CheckOf } from '../finding/outcome.ts'
import { judgeDestination, judgeIssueInstant, judgeIssuer, judgeRelayState } from '../message/judge-common.ts'
import type { RequestSubject } from './request-context.ts'

/** xs:ID begins with a letter or an underscore (XML Schema 2 §3.3.8). */
const ncName = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u

const isSignInRequest: CheckOf<RequestSubject, 'saml.request.message'> = {
  code: 'saml.request.message',
  run({ element: { version, id, view } }) {
    const trust = 'verified'
    if (version !== '2.0') {
      return {
        kind: 'fault',
        code: 'saml.request.message.version',
        trust,
        at: view,
        expected: '2.0',
        actual: version ?? 'none',
      }
    }
    if (id === undefined || !ncName.test(id))
      return { kind: 'fault', code: 'saml.request.message.id', trust, at: view, actual: id }
    return { kind: 'passed', trust, at: view, actual: id }
  },
}

/** Signed where one side's metadata says so (SAML Metadata §2.4.3 WantAuthnRequestsSigned, §2.4.4 AuthnRequestsSigned). */
const isSignedAsAgreed: CheckOf<RequestSubject, 'saml.request.signature'> = {
  code: 'saml.request.signature',
  run({
    message: { misplaced, signature, querySignature, view, trust },
    context: { serviceProvider, identityProvider },
  }) {
    if (misplaced !== undefined) {
      return { kind: 'fault', code: 'saml.request.signature.misplaced', trust, at: { place: () => placeOf(misplaced) } }
    }
    if (signature !== undefined || querySignature !== undefined)
      return { kind: 'passed', trust, at: view, actual: 'signed' }
    if (serviceProvider.signsRequests || identityProvider.wantsSignedRequests) {
      return { kind: 'fault', code: 'saml.request.signature.missing', trust, at: view }
    }
    return { kind: 'passed', trust: 'verified', at: view, actual: 'not signed' }
  },
}

const isOfTheApplication: CheckOf<RequestSubject, 'saml.request.issuer'> = {
  code: 'saml.request.issuer',
  run: ({ element, context }) =>
    judgeIssuer('request', element.issuer, element.view, context.serviceProvider.entityId, 'verified'),
}

const isAddressedToTheIdentityProvider: CheckOf<RequestSubject, 'saml.request.destination'> = {
  code: 'saml.request.destination',
  run: ({ element, context, message }) =>
    judgeDestination(
      'request',
      element.destination,
      element.view,
      context.identityProvider.signInUrls,
      signedTrust(message),
    ),
}

/** Most requests are not signed and need not be: only a signed one must name its destination. */
const signedTrust = ({ signature, querySignature }: RequestSubject['message']) =>
  signature === undefined && querySignature === undefined ? 'unverified' : 'verified'

const answerGoesToKnownUrl: CheckOf<RequestSubject, 'saml.request.acs-url'> = {
  code: 'saml.request.acs-url',
  run({ element, context }) {
    const { acsUrl, acsIndex, protocolBinding, view } = element
    const known = context.serviceProvider.acsUrls
    const evidence = { trust: 'verified', at: view, actual: acsUrl } as const
    if (acsUrl !== undefined && acsIndex !== undefined)
      return { kind: 'fault', code: 'saml.request.acs-url.twice', ...evidence }
    if (protocolBinding !== undefined && protocolBinding !== BINDING_POST) {
      return {
        kind: 'fault',
        code: 'saml.request.acs-url.binding',
        ...evidence,
        expected: BINDING_POST,
        actual: protocolBinding,
      }
    }
    if (acsUrl === undefined)
      return { kind: 'passed', ...evidence, detail: 'None is named, so the registered one is used.' }
    if (known.length === 0)
      return { kind: 'not-verified', ...evidence, detail: 'The registered ACS URLs were not given.' }
    if (known.includes(acsUrl)) return { kind: 'passed', ...evidence }
    return { kind: 'fault', code: 'saml.request.acs-url.mismatch', ...evidence, expected: known.join('\n') }
  },
}

const isFresh: CheckOf<RequestSubject, 'saml.request.time'> = {
  code: 'saml.request.time',
  run: ({ element, context }) => judgeIssueInstant('request', element.issueInstant, element.view, context, 'verified'),
}

const canBeFulfilled: CheckOf<RequestSubject, 'saml.request.wishes'> = {
  code: 'saml.request.wishes',
  run({ element, context }) {
    const { forceAuthn, isPassive, nameIdFormat, exactContexts, view } = element
    const offered = context.identityProvider.nameIdFormats
    const evidence = { trust: 'verified', at: view } as const
    if (forceAuthn && isPassive) return { kind: 'fault', code: 'saml.request.wishes.contradiction', ...evidence }
    if (
      nameIdFormat !== undefined &&
      nameIdFormat !== NAME_ID_UNSPECIFIED &&
      offered.length > 0 &&
      !offered.includes(nameIdFormat)
    ) {
      return {
        kind: 'fault',
        code: 'saml.request.wishes.name-id-format',
        ...evidence,
        expected: offered.join('\n'),
        actual: nameIdFormat,
      }
    }
    if (isPassive) return { kind: 'fault', code: 'saml.request.wishes.passive', ...evidence }
    if (exactContexts.length > 0) {
      return { kind: 'fault', code: 'saml.request.wishes.exact-context', ...evidence, actual: exactContexts.join('\n') }
    }
    return { kind: 'passed', ...evidence }
  },
}

const relayStateIsShort: CheckOf<RequestSubject, 'saml.request.encoding'> = {
  code: 'saml.request.encoding',
  run: ({ relayState }) => judgeRelayState('request', relayState),
}

/** Every check of a sign-in request, in the order in which the findings are told. */
export const requestChecks: readonly Check<RequestSubject>[] = [
  relayStateIsShort,
  isSignInRequest,
  isSignedAsAgreed,
  isOfTheApplication,
  isAddressedToTheIdentityProvider,
  answerGoesToKnownUrl,
  isFresh,
  canBeFulfilled,
]
