import { changing, type SamlFault } from '../fault.ts'
import { withGroups } from './groups-attribute.ts'

export const tooManyGroups: SamlFault = {
  response: changing((assertion) =>
    withGroups(assertion, () => ({
      name: 'http://schemas.microsoft.com/claims/groups.link',
      values: ['https://graph.example.com/users/mira/getMemberObjects'],
    })),
  ),
}
