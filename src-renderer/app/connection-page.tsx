import { useNavigate } from '@tanstack/react-router'
import type { Connection } from '#shared/model/connection.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { StepId } from '#shared/model/step.ts'
import { stepStates } from '#shared/model/step-state.ts'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { ConnectionHeader } from '../features/connections/connection-header.tsx'
import { useConnection } from '../lib/queries/connections.ts'
import { useRuns } from '../lib/queries/runs.ts'
import { ProblemAlert } from '../ui/states/problem-alert.tsx'
import { WhenRead } from '../ui/states/when-read.tsx'
import { StepRail } from '../ui/step-rail.tsx'
import styles from './connection-page.module.css'
import { StepContent } from './step-content.tsx'

/** A connection: its name, where its six steps stand, and the one at hand. */
export function ConnectionPage({ id, step }: { id: ConnectionId; step: StepId }) {
  const query = useConnection(id)
  if (query.isSuccess && query.data === undefined)
    return (
      <div className={styles.page}>
        <ProblemAlert problem={problem('connection.not-found')} />
      </div>
    )
  return (
    <div className={styles.page}>
      <WhenRead query={query}>{(connection) => <OpenConnection connection={connection} step={step} />}</WhenRead>
    </div>
  )
}

function OpenConnection({ connection, step }: { connection: Connection; step: StepId }) {
  const navigate = useNavigate()
  const { data: runs = [] } = useRuns(connection.id)
  const open = (next: StepId) =>
    void navigate({ to: '/connections/$connectionId/$step', params: { connectionId: connection.id, step: next } })
  return (
    <>
      <ConnectionHeader connection={connection} onRemoved={() => void navigate({ to: '/' })} />
      <StepRail states={stepStates(connection, runs)} current={step} onOpen={open} />
      <StepContent key={step} connection={connection} runs={runs} step={step} onOpen={open} />
    </>
  )
}
