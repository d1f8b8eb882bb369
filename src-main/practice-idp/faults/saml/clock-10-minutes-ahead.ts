import type { SamlFault } from '../fault.ts'
import { moveTimes } from './move-times.ts'

export const clock10MinutesAhead: SamlFault = {
  response: (response) => moveTimes(response, 600_000),
}
