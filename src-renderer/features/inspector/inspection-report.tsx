import { Stack } from '@mantine/core'
import { useState } from 'react'
import type { Inspection } from '#shared/model/inspection.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { holdsKey } from '../../lib/inspection/holds-key.ts'
import { ThingReport } from '../../ui/inspection/thing-report.tsx'
import { InTurn } from '../../ui/page/in-turn.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { ExchangeList } from './exchange-list.tsx'
import { PartList } from './part-list.tsx'
import { UseIt } from './use-it.tsx'

/** The verdict first; of a recording its messages and steps, and the one that is chosen below. */
export function InspectionReport({ inspection, name }: { inspection: Inspection; name: string | null }) {
  const { parts, exchanges } = inspection
  const [chosen, setChosen] = useState(() => firstToSee(inspection))
  const part = parts[chosen]
  return (
    <Stack gap="md">
      <InTurn>
        {holdsKey(inspection) && <ProblemAlert problem={problem('inspector.private-key')} />}
        <ThingReport key="whole" thing={inspection} actions={<UseIt thing={inspection} name={name} />} />
        {parts.length > 0 && <PartList parts={parts} chosen={chosen} onChoose={setChosen} />}
        {exchanges.length > 0 && (
          <ExchangeList exchanges={exchanges} parts={parts} chosen={chosen} onChoose={setChosen} />
        )}
        {part !== undefined && (
          <ThingReport key={`${chosen} ${part.place}`} thing={part} actions={<UseIt thing={part} name={name} />} />
        )}
      </InTurn>
    </Stack>
  )
}

/** Somebody who drops a recording looks for what went wrong; else for what came at the end of it. */
function firstToSee({ parts }: Inspection): number {
  const faulty = parts.findIndex(({ verdict }) => verdict === 'faulty')
  return faulty === -1 ? parts.length - 1 : faulty
}
