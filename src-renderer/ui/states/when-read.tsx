import { Skeleton, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { problemOf } from '../../lib/api/ask-refused.ts'
import { ProblemAlert } from './problem-alert.tsx'

interface Reading<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

/** A query's three states: under way, refused, there. What was there stays when reading it again is refused, and that is said. */
export function WhenRead<T>({ query, children }: { query: Reading<T>; children: (data: T) => ReactNode }) {
  const refusal = query.error !== null && (
    <ProblemAlert problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
  )
  if (query.data !== undefined)
    return (
      <>
        {refusal}
        {children(query.data)}
      </>
    )
  if (refusal) return refusal
  return (
    <Stack gap="sm" role="status" aria-busy aria-label="Loading">
      <Skeleton height={28} width="40%" />
      <Skeleton height={120} />
    </Stack>
  )
}
