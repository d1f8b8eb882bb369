import type { Check } from '../finding/outcome.ts'
import { answerIsOfProvider, codeArrived, stateIsOurs } from './login/callback.ts'
import type { LoginSubject } from './login/login-context.ts'
import { idTokenArrived } from './login/token-response.ts'

/** Every check of the way a token came, in the order in which its findings are told; those of the token itself follow. */
export const loginChecks: readonly Check<LoginSubject>[] = [
  codeArrived,
  stateIsOurs,
  answerIsOfProvider,
  idTokenArrived,
]
