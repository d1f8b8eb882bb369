import { z } from 'zod'
import { FaultId, PracticeIdpStatus } from '../model/practice-idp.ts'
import { call, event, Nothing } from './declare.ts'

export const practiceIdpIpc = {
  status: call(Nothing, PracticeIdpStatus),
  start: call(Nothing, PracticeIdpStatus),
  stop: call(Nothing, PracticeIdpStatus),
  setFaults: call(z.object({ faults: z.array(FaultId) }), PracticeIdpStatus),
  changed: event(PracticeIdpStatus),
}
