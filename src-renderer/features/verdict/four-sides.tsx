import { Button, Collapse, Text } from '@mantine/core'
import { useState } from 'react'
import { comparedWords } from '#shared/findings/comparison-words.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { ComparedValue, SideComparison } from '#shared/model/side-comparison.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { useComparison } from '../../lib/queries/comparison.ts'
import { Section } from '../../ui/page/section.tsx'
import { WhenRead } from '../../ui/states/when-read.tsx'
import { ComparedRows } from '../../ui/values/compared-rows.tsx'

/** What configuration, metadata, request and response call the same thing: open where they do not agree. */
export function FourSides({ run, connection }: { run: TestRun; connection: Connection }) {
  const query = useComparison(run, connection)
  const differing = query.data?.filter(differs) ?? []
  const [choice, setChoice] = useState<boolean | null>(null)
  const isOpen = choice ?? differing.length > 0
  return (
    <Section
      title="Four sides compared"
      text={query.data && summaryOf(query.data, differing)}
      aside={
        <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setChoice(!isOpen)}>
          {isOpen ? 'Hide' : 'Compare'}
        </Button>
      }
    >
      <Collapse expanded={isOpen}>
        <WhenRead query={query}>
          {(comparison) => (
            <>
              <ComparedRows rows={[...differing, ...comparison.filter((row) => !differs(row))]} />
              <Text fz="xs" c="dimmed" mt="xs">
                Configuration and metadata as they are now. What the response says is shown as it came, signed or not.
              </Text>
            </>
          )}
        </WhenRead>
      </Collapse>
    </Section>
  )
}

const differs = ({ sides }: ComparedValue) => sides.some(({ agrees }) => agrees === false)

function summaryOf(all: SideComparison, differing: SideComparison): string {
  const names = differing.map(({ id }) => comparedWords[id].label)
  if (names.length > 0) return `Not the same everywhere: ${names.join(', ')}.`
  return `${all.map(({ id }) => comparedWords[id].label).join(', ')}: the same wherever they are said.`
}
