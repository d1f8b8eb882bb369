import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#shared/model/connection.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { problemOf } from '../../lib/api/ask-refused.ts'
import { useAsk } from '../../lib/api/use-ask.ts'
import { dropConnection, keepConnection } from '../../lib/queries/connections.ts'

/** Time enough to notice; until the app quits it can be brought back from here. */
const UNDO_FOR = 20_000

/** Removes at once and offers the way back, instead of asking first. */
export function useRemoveConnection({ id, intake }: Connection, onRemoved: () => void) {
  const api = useApi()
  const client = useQueryClient()
  const restore = () =>
    api.connections.restore({ id }).then(
      (restored) => {
        keepConnection(client, restored)
        notifications.hide(id)
      },
      (error: unknown) => notifications.update({ id, ...problemNote(error), autoClose: UNDO_FOR }),
    )
  return useAsk(
    (_: undefined) => api.connections.remove({ id }),
    () => {
      dropConnection(client, id)
      onRemoved()
      notifications.show({
        id,
        autoClose: UNDO_FOR,
        title: 'Connection removed',
        message: (
          <Group justify="space-between" wrap="nowrap">
            {intake.displayName}
            <Button size="compact-sm" variant="default" onClick={() => void restore()}>
              Undo
            </Button>
          </Group>
        ),
      })
    },
  )
}

function problemNote(error: unknown) {
  const { what, remedy } = problemOf(error)
  return { title: what, message: remedy, color: 'red' }
}
