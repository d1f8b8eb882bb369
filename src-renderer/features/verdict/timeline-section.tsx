import { Button, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { TestRun } from '#shared/model/test-run.ts'
import { Section } from '../../ui/page/section.tsx'
import { RunTimeline } from '../../ui/run-timeline.tsx'

/** What passed, folded where there is a verdict to read first. */
export function TimelineSection({ run }: { run: TestRun }) {
  const [isOpen, { toggle }] = useDisclosure(run.judgement === null)
  if (run.timeline.length === 0) return null
  return (
    <Section
      title="Timeline"
      aside={
        <Button variant="default" size="xs" onClick={toggle} aria-expanded={isOpen}>
          {isOpen ? 'Hide' : `Show ${run.timeline.length} events`}
        </Button>
      }
    >
      <Collapse expanded={isOpen}>
        <RunTimeline events={run.timeline} />
      </Collapse>
    </Section>
  )
}
