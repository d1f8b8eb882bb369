import { Group } from '@mantine/core'
import type { InspectedPart, Inspection } from '#shared/model/inspection.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { Section } from '../page/section.tsx'
import { CopyButton } from '../values/copy-button.tsx'
import { Sensitive } from '../values/sensitive.tsx'
import { ValueRows } from '../values/value-rows.tsx'

interface ThingValuesProps {
  readonly thing: Inspection | InspectedPart
  /** Behind each title, for a thing inside another. */
  readonly inPlace: string
}

/** What it holds, and what came with it. Any of it may be about a person. */
export function ThingValues({ thing: { facts, parameters }, inPlace }: ThingValuesProps) {
  return (
    <>
      {facts.length > 0 && (
        <Section title={`What it holds${inPlace}`}>
          <Values values={facts} />
        </Section>
      )}
      {parameters.length > 0 && (
        <Section title={`What came with it${inPlace}`}>
          <Values values={parameters} />
        </Section>
      )}
    </>
  )
}

function Values({ values }: { values: readonly { readonly name: string; readonly value: string }[] }) {
  return (
    <ValueRows
      rows={keyed(values, ({ name }) => name).map(({ item: { name, value } }) => ({
        label: name,
        value: (
          <Group gap={4} wrap="nowrap" align="flex-start">
            <Sensitive kind="personal" value={value} what={name} />
            <CopyButton text={value} what={name} />
          </Group>
        ),
      }))}
    />
  )
}
