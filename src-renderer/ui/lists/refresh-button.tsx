import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'

export function RefreshButton({ query }: { query: { readonly isFetching: boolean; readonly refetch: () => unknown } }) {
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconRefresh size={14} aria-hidden />}
      loading={query.isFetching}
      onClick={() => void query.refetch()}
    >
      Refresh
    </Button>
  )
}
