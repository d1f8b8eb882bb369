import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { WhenRead } from '../states/when-read.tsx'

interface Pages<P> {
  readonly data: { readonly pages: readonly P[] } | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

interface ListPagesProps<P, T> {
  readonly query: Pages<P>
  readonly itemsOf: (page: P) => readonly T[]
  /** Of what there is none. */
  readonly none: ReactNode
  readonly children: (items: readonly T[]) => ReactNode
}

/** A list that comes in pages: what is there, how much of it that is, and the way to more. */
export function ListPages<P extends { readonly total: number }, T>(props: ListPagesProps<P, T>) {
  const { query, itemsOf, none, children } = props
  return (
    <WhenRead query={query}>
      {({ pages }) => {
        const items = pages.flatMap(itemsOf)
        const total = pages.at(-1)?.total ?? items.length
        if (items.length === 0) return <Text c="dimmed">{none}</Text>
        return (
          <>
            {children(items)}
            {(query.hasNextPage || pages.length > 1) && (
              <Group gap="sm">
                <Text c="dimmed" fz="sm" role="status">
                  {items.length.toLocaleString('en')} of {total.toLocaleString('en')}
                </Text>
                {query.hasNextPage && (
                  <Button
                    variant="default"
                    size="xs"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    Show more
                  </Button>
                )}
              </Group>
            )}
          </>
        )
      }}
    </WhenRead>
  )
}
