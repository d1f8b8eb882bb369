import { Text } from '@mantine/core'
import type { SaveState } from '../../lib/forms/use-auto-save.ts'

const words: Readonly<Record<SaveState, string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  unsaved: 'Not saved yet',
}

/** Says that changes are kept without being asked to. */
export function SaveNote({ state }: { state: SaveState }) {
  return (
    <Text role="status" c="dimmed" fz="xs">
      {words[state]}
    </Text>
  )
}
