import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '#shared/model/problem.ts'
import { problemOf } from './ask-refused.ts'

export interface Asking<Input, Output> {
  /** Asks and forgets; what comes of it is in the other members. */
  readonly ask: (input: Input) => void
  /** @throws what the call throws; the problem is shown all the same */
  readonly askAndWait: (input: Input) => Promise<Output>
  readonly isPending: boolean
  /** What is being asked for just now: shown as if it were granted, until the answer says otherwise. */
  readonly asked: Input | undefined
  readonly isDone: boolean
  /** Of the last question that was answered and not refused. */
  readonly answer: Output | undefined
  readonly problem: Problem | null
  readonly forget: () => void
}

/** One question to main with its state: under way, done, or refused for a reason that can be shown. */
export function useAsk<Input, Output>(
  call: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
  onRefused?: (problem: Problem) => void,
): Asking<Input, Output> {
  const mutation = useMutation({
    mutationFn: call,
    ...(onDone && { onSuccess: (output: Output, input: Input) => onDone(output, input) }),
    ...(onRefused && { onError: (error: Error) => onRefused(problemOf(error)) }),
  })
  // TanStack tells of a question one task later; until then a switch just turned would be drawn as it was.
  const [justAsked, setJustAsked] = useState<{ readonly input: Input; readonly after: number }>()
  const isUntold = justAsked !== undefined && justAsked.after === mutation.submittedAt
  return {
    ask: (input) => {
      setJustAsked({ input, after: mutation.submittedAt })
      mutation.mutate(input)
    },
    askAndWait: (input) => mutation.mutateAsync(input),
    isPending: mutation.isPending,
    asked: mutation.isPending ? mutation.variables : isUntold ? justAsked.input : undefined,
    isDone: mutation.isSuccess,
    answer: mutation.data,
    problem: mutation.error === null ? null : problemOf(mutation.error),
    forget: () => {
      setJustAsked(undefined)
      mutation.reset()
    },
  }
}
