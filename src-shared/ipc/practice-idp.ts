import { z } from 'zod'
import { ExerciseAnswer, FaultId, PracticeIdpStatus } from '../model/practice-idp.ts'
import { call, event, Nothing } from './declare.ts'

export const practiceIdpIpc = {
  status: call(Nothing, PracticeIdpStatus),
  start: call(Nothing, PracticeIdpStatus),
  stop: call(Nothing, PracticeIdpStatus),
  setFaults: call(z.object({ faults: z.array(FaultId) }), PracticeIdpStatus),
  /** Switches on one mistake that nobody is told. */
  beginExercise: call(Nothing, PracticeIdpStatus),
  answerExercise: call(z.object({ guess: FaultId.nullable() }), ExerciseAnswer),
  changed: event(PracticeIdpStatus),
}
