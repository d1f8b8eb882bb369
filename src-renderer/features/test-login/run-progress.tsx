import { Button, Group, Loader, Text } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import type { TestRun } from '#shared/model/test-run.ts'
import { useTimeline } from '../../lib/queries/runs.ts'
import { Section } from '../../ui/page/section.tsx'
import { RunTimeline } from '../../ui/run-timeline.tsx'

interface RunProgressProps {
  readonly run: TestRun
  readonly isStopping: boolean
  readonly onStop: () => void
}

/** A run that is going on: what passed so far, and the way out. */
export function RunProgress({ run, isStopping, onStop }: RunProgressProps) {
  const timeline = useTimeline(run)
  return (
    <Section
      title="Test login is running"
      text="Sign in in the login window. It closes by itself when the response arrives."
      aside={
        <Group gap="sm">
          <Loader size="sm" aria-label="Running" />
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={16} aria-hidden />}
            loading={isStopping}
            onClick={onStop}
          >
            Stop
          </Button>
        </Group>
      }
    >
      {timeline.length === 0 ? <Text c="dimmed">Opening the login window…</Text> : <RunTimeline events={timeline} />}
    </Section>
  )
}
