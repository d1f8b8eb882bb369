import { Button, Group, Loader, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { byteSize } from '../../lib/format/byte-size.ts'
import { Section } from '../../ui/page/section.tsx'

interface UnderWayProps {
  readonly given: { readonly name: string | null; readonly size: number }
  readonly onStop: () => void
}

/** Most things are known before anyone could read that they are being looked at. */
const SHOWN_AFTER_MS = 300

export function UnderWay({ given, onStop }: UnderWayProps) {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <Section title="Checking">
      <Group justify="space-between" role="status">
        <Group gap="sm">
          <Loader size="sm" />
          <Text>
            Looking through {given.name ?? 'what was pasted'} ({byteSize(given.size)}) beside the window.
          </Text>
        </Group>
        <Button variant="default" onClick={onStop}>
          Stop
        </Button>
      </Group>
    </Section>
  )
}
