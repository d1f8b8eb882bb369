import { answerError } from './answer-error.ts'
import type { OpenidFault } from './openid-fault.ts'

export const serverError: OpenidFault = { callback: answerError('server_error', 'An internal error occurred.') }
