import { STATUS_REQUEST_DENIED, STATUS_RESPONDER } from '#main/saml/namespaces.ts'
import type { SamlFault } from '../fault.ts'
import { refuse } from './refuse.ts'

export const userNotAssigned: SamlFault = {
  response: refuse(STATUS_RESPONDER, STATUS_REQUEST_DENIED, 'The user is not assigned to this application.'),
}
