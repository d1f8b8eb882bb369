import type { SamlFault } from '../fault.ts'
import { moveTimes } from './move-times.ts'

export const clock4MinutesAhead: SamlFault = {
  response: (response) => moveTimes(response, 240_000),
}
