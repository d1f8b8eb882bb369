import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FaultId, PracticeIdpStatus } from '#shared/model/practice-idp.ts'
import { useApi } from '../api/api-context.tsx'
import { useAsk } from '../api/use-ask.ts'
import { queryKeys } from './query-keys.ts'

export type RunningPracticeIdp = Extract<PracticeIdpStatus, { state: 'running' }>

export function usePracticeIdp() {
  const api = useApi()
  return useQuery({ queryKey: queryKeys.practiceIdp, queryFn: () => api.practiceIdp.status() })
}

export function usePracticeIdpActions() {
  const api = useApi()
  const client = useQueryClient()
  const keep = (status: PracticeIdpStatus) => client.setQueryData(queryKeys.practiceIdp, status)
  return {
    start: useAsk((_: undefined) => api.practiceIdp.start(), keep),
    stop: useAsk((_: undefined) => api.practiceIdp.stop(), keep),
    beginExercise: useAsk((_: undefined) => api.practiceIdp.beginExercise(), keep),
    answerExercise: useAsk(
      (guess: FaultId | null) => api.practiceIdp.answerExercise({ guess }),
      ({ status }) => keep(status),
    ),
    setFaults: useAsk((faults: FaultId[]) => api.practiceIdp.setFaults({ faults }), keep),
  }
}
