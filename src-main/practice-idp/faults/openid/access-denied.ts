import { answerError } from './answer-error.ts'
import type { OpenidFault } from './openid-fault.ts'

export const accessDenied: OpenidFault = {
  callback: answerError('access_denied', 'The user is not assigned to this application.'),
}
