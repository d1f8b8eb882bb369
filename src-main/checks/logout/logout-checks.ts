import { placeOf } from '#main/xml/tree/place.ts'
import type { Check, CheckOf } from '../finding/outcome.ts'
import { judgeDestination, judgeIssueInstant, judgeIssuer, judgeRelayState } from '../message/judge-common.ts'
import { clockText, distance, momentOfEnd } from '../saml/window.ts'
import type { LogoutSubject } from './logout-context.ts'
import { logoutAnswersRequest, logoutSucceeded } from './logout-response.ts'
import { userIsNamed } from './logout-subject.ts'

const isLogoutMessage: CheckOf<LogoutSubject, 'saml.logout.message'> = {
  code: 'saml.logout.message',
  run({ element, message: { trust } }) {
    const { version, view } = element
    if (version !== '2.0') {
      return {
        kind: 'fault',
        code: 'saml.logout.message.version',
        trust,
        at: view,
        expected: '2.0',
        actual: version ?? 'none',
      }
    }
    if ((element.id ?? '') === '') return { kind: 'fault', code: 'saml.logout.message.no-id', trust, at: view }
    return { kind: 'passed', trust: 'verified', at: view, actual: element.kind }
  },
}

/** Logout by the browser must be signed, or anyone could end sessions (SAML Profiles §4.4.4.1, §4.4.4.2). */
const isSigned: CheckOf<LogoutSubject, 'saml.logout.signature'> = {
  code: 'saml.logout.signature',
  run({ message: { misplaced, signature, querySignature, trust, view } }) {
    if (misplaced !== undefined) {
      return { kind: 'fault', code: 'saml.logout.signature.misplaced', trust, at: { place: () => placeOf(misplaced) } }
    }
    if (signature === undefined && querySignature === undefined)
      return { kind: 'fault', code: 'saml.logout.signature.missing', trust, at: view }
    return { kind: 'passed', trust, at: view }
  },
}

const isOfTheIdentityProvider: CheckOf<LogoutSubject, 'saml.logout.issuer'> = {
  code: 'saml.logout.issuer',
  run: ({ element, context, message }) =>
    judgeIssuer('logout', element.issuer, element.view, context.identityProvider.entityId, message.trust),
}

const isAddressedToUs: CheckOf<LogoutSubject, 'saml.logout.destination'> = {
  code: 'saml.logout.destination',
  run({ element, context, message }) {
    const { logoutUrl } = context.serviceProvider
    return judgeDestination(
      'logout',
      element.destination,
      element.view,
      logoutUrl === undefined ? [] : [logoutUrl],
      message.trust,
    )
  },
}

const isFresh: CheckOf<LogoutSubject, 'saml.logout.time'> = {
  code: 'saml.logout.time',
  run({ element, context, message: { trust } }) {
    const { issueInstant, notOnOrAfter, view } = element
    const end = momentOfEnd(notOnOrAfter, context)
    if (end === 'unreadable')
      return { kind: 'fault', code: 'saml.logout.time.unreadable', trust, at: view, actual: notOnOrAfter }
    if (end === 'past') {
      const actual = `${notOnOrAfter} (${distance(notOnOrAfter ?? '', context.now)})`
      return { kind: 'fault', code: 'saml.logout.time.expired', trust, at: view, expected: clockText(context), actual }
    }
    return judgeIssueInstant('logout', issueInstant, view, context, trust)
  },
}

const relayStateIsShort: CheckOf<LogoutSubject, 'saml.logout.encoding'> = {
  code: 'saml.logout.encoding',
  run: ({ relayState }) => judgeRelayState('logout', relayState),
}

const ofEveryMessage: readonly Check<LogoutSubject>[] = [
  relayStateIsShort,
  isLogoutMessage,
  isSigned,
  isOfTheIdentityProvider,
  isAddressedToUs,
  isFresh,
]

/** Every check of a logout message, by its kind, in the order in which the findings are told. */
export const logoutChecks: Readonly<Record<'LogoutRequest' | 'LogoutResponse', readonly Check<LogoutSubject>[]>> = {
  LogoutRequest: [...ofEveryMessage, userIsNamed],
  LogoutResponse: [...ofEveryMessage, logoutSucceeded, logoutAnswersRequest],
}
