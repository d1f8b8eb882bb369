import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { problemOf } from './ask-refused.ts'

/** Time enough to notice. */
const UNDO_FOR = 20_000

interface Way {
  readonly label: string
  readonly ask: () => Promise<unknown>
}

/** Says what was done, with the way back where there is one. */
export function notifyDone(id: string, title: string, text: string, back?: Way): void {
  notifications.show({
    id,
    title,
    autoClose: UNDO_FOR,
    message: back ? (
      <Group justify="space-between" wrap="nowrap">
        {text}
        <Button size="compact-sm" variant="default" onClick={() => void goBack(id, back)}>
          {back.label}
        </Button>
      </Group>
    ) : (
      text
    ),
  })
}

/** For acts that have no place of their own to be refused at, such as a menu's. */
export function notifyProblem(error: unknown, id?: string): void {
  const { what, remedy } = problemOf(error)
  const note = { title: what, message: remedy, color: 'red', autoClose: UNDO_FOR }
  if (id === undefined) notifications.show(note)
  else notifications.update({ id, ...note })
}

async function goBack(id: string, { ask }: Way): Promise<void> {
  try {
    await ask()
    notifications.hide(id)
  } catch (error) {
    notifyProblem(error, id)
  }
}
