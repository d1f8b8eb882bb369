import { STATUS_INVALID_NAME_ID_POLICY, STATUS_REQUESTER } from '#main/saml/namespaces.ts'
import type { SamlFault } from '../fault.ts'
import { refuse } from './refuse.ts'

export const nameFormatRefused: SamlFault = {
  response: refuse(STATUS_REQUESTER, STATUS_INVALID_NAME_ID_POLICY, 'This application may not have that format.'),
}
