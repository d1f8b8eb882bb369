import type { FeatureHandlers } from '#shared/ipc/declare.ts'
import type { practiceIdpIpc } from '#shared/ipc/practice-idp.ts'
import type { HandlerContext } from './handler-context.ts'

export const practiceIdpHandlers = ({
  practiceIdp,
}: Pick<HandlerContext, 'practiceIdp'>): FeatureHandlers<typeof practiceIdpIpc> => ({
  status: async () => practiceIdp.status,
  start: () => practiceIdp.start(),
  stop: () => practiceIdp.stop(),
  beginExercise: () => practiceIdp.beginExercise(),
  answerExercise: ({ guess }) => practiceIdp.answerExercise(guess),
  setFaults: ({ faults }) => practiceIdp.setFaults(faults),
})
