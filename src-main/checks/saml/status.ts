import { STATUS_SUCCESS } from '#main/saml/namespaces.ts'
import { meaningOfStatus } from '#shared/findings/status-words.ts'
import { onResponse } from '../reading/on-assertion.ts'

/** Top-level code Success, nothing nested and nothing beside it (SAML Core §3.2.2): an assertion beside any other status counts for nothing. */
export const statusIsSuccess = onResponse('saml.status', ({ statuses, view }, _context, trust) => {
  const codes = statuses.flatMap((each) => each.codes)
  const [status] = statuses
  if (status === undefined || codes.length === 0) return { kind: 'fault', code: 'saml.status.missing', trust, at: view }
  if (codes.length === 1 && codes[0] === STATUS_SUCCESS) return { kind: 'passed', trust, at: status.view }
  const message = status.message === undefined || status.message === '' ? '' : ` “${status.message}”`
  return {
    kind: 'fault',
    code: 'saml.status.not-success',
    trust,
    at: status.view,
    expected: STATUS_SUCCESS,
    actual: `${codes.join(' › ')}${message}`,
    detail: meaningOfStatus(codes),
  }
})
