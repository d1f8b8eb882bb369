import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useApi } from '../../lib/api/api-context.tsx'
import { useInspectorDesk } from '../../lib/inspection/inspector-desk.tsx'
import { Page } from '../../ui/page/page.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { GivenBar } from './given-bar.tsx'
import { InspectionReport } from './inspection-report.tsx'
import { InspectorEntry } from './inspector-entry.tsx'
import { UnderWay } from './under-way.tsx'

/** Anything that lands on the desk: what it is, what it holds, what is wrong with it. */
export function InspectorPage() {
  const desk = useInspectorDesk()
  usePrepared()
  const isEmpty = desk.given === null
  return (
    <Page
      title="Inspector"
      text="Messages, metadata, certificates, tokens and recordings, checked on this computer. Nothing is sent or stored."
      actions={
        !isEmpty && (
          <Button variant="default" onClick={desk.clear}>
            Check something else
          </Button>
        )
      }
    >
      {desk.problem !== null && <ProblemAlert problem={desk.problem} />}
      {isEmpty && <InspectorEntry />}
      {desk.given !== null && desk.isPending && <UnderWay given={desk.given} onStop={desk.stop} />}
      {desk.given !== null && desk.inspection !== null && (
        <>
          <GivenBar given={desk.given} inspection={desk.inspection} />
          <InspectionReport inspection={desk.inspection} name={desk.given.name} />
        </>
      )}
    </Page>
  )
}

/** By the time something is pasted, what looks at it is there. */
function usePrepared(): void {
  const api = useApi()
  useEffect(() => {
    // Whatever keeps it from starting is told when it is needed.
    api.inspector.prepare().catch(() => undefined)
  }, [api])
}
