import { STATUS_AUTHN_FAILED, STATUS_RESPONDER } from '#main/saml/namespaces.ts'
import type { SamlFault } from '../fault.ts'
import { refuse } from './refuse.ts'

export const signInFailed: SamlFault = {
  response: refuse(STATUS_RESPONDER, STATUS_AUTHN_FAILED, 'The sign-in was not completed.'),
}
