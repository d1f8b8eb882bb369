import { Skeleton, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { problemOf } from '../../lib/api/ask-refused.ts'
import { ProblemAlert } from './problem-alert.tsx'

interface Reading<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

/** A query's three states: under way, refused, there. */
export function WhenRead<T>({ query, children }: { query: Reading<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null)
    return <ProblemAlert problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
  return (
    <Stack gap="sm" aria-busy aria-label="Loading">
      <Skeleton height={28} width="40%" />
      <Skeleton height={120} />
    </Stack>
  )
}
