import { useMutation } from '@tanstack/react-query'
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
  readonly problem: Problem | null
  readonly forget: () => void
}

/** One question to main with its state: under way, done, or refused for a reason that can be shown. */
export function useAsk<Input, Output>(
  call: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
): Asking<Input, Output> {
  const mutation = useMutation({
    mutationFn: call,
    ...(onDone && { onSuccess: (output: Output, input: Input) => onDone(output, input) }),
  })
  return {
    ask: (input) => mutation.mutate(input),
    askAndWait: (input) => mutation.mutateAsync(input),
    isPending: mutation.isPending,
    asked: mutation.isPending ? mutation.variables : undefined,
    isDone: mutation.isSuccess,
    problem: mutation.error === null ? null : problemOf(mutation.error),
    forget: mutation.reset,
  }
}
