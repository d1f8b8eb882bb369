import { STATUS_PARTIAL_LOGOUT, STATUS_SUCCESS } from '#main/saml/namespaces.ts'
import type { CheckOf } from '../finding/outcome.ts'
import type { LogoutSubject } from './logout-context.ts'

/** SAML Core §3.7.3: success, in part or whole. */
export const logoutSucceeded: CheckOf<LogoutSubject, 'saml.logout.status'> = {
  code: 'saml.logout.status',
  run({ element: { status, view }, message: { trust } }) {
    if (status === undefined || status.codes.length === 0)
      return { kind: 'fault', code: 'saml.logout.status.missing', trust, at: view }
    const at = status.view
    if (status.codes.includes(STATUS_PARTIAL_LOGOUT))
      return { kind: 'fault', code: 'saml.logout.status.partial', trust, at, actual: STATUS_PARTIAL_LOGOUT }
    if (status.codes[0] === STATUS_SUCCESS) return { kind: 'passed', trust, at }
    const message = status.message === undefined ? '' : ` “${status.message}”`
    const actual = `${status.codes.join(' › ')}${message}`
    return { kind: 'fault', code: 'saml.logout.status.failed', trust, at, expected: STATUS_SUCCESS, actual }
  },
}

export const logoutAnswersRequest: CheckOf<LogoutSubject, 'saml.logout.in-response-to'> = {
  code: 'saml.logout.in-response-to',
  run({ element: { inResponseTo, view }, context: { requestId }, message: { trust } }) {
    if (requestId === undefined)
      return { kind: 'not-verified', trust, at: view, detail: 'The ID of our request was not given.' }
    if (inResponseTo === requestId) return { kind: 'passed', trust, at: view, actual: inResponseTo }
    const way = inResponseTo === undefined ? 'missing' : 'mismatch'
    return {
      kind: 'fault',
      code: `saml.logout.in-response-to.${way}`,
      trust,
      at: view,
      expected: requestId,
      actual: inResponseTo,
    }
  },
}
