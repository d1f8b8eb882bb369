import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { simulateEnforcement } from '#shared/http-api/enforcement.ts'
import type { AnswerOf } from '#shared/http-api/route.ts'
import { useAdmin } from '../../../lib/queries/admin.ts'
import { SeverityIcon } from '../../../ui/severity-icon.tsx'
import { WhenRead } from '../../../ui/states/when-read.tsx'
import { toneClass } from '../../../ui/tone.ts'
import styles from './simulation.module.css'
import { SimulationTable } from './simulation-table.tsx'

export type Simulated = AnswerOf<typeof simulateEnforcement>

interface SimulationProps {
  readonly isEnforced: boolean
  /** What to do about it. */
  readonly children: (simulated: Simulated) => ReactNode
}

/** Who could still sign in: said before anyone is locked out. */
export function Simulation({ isEnforced, children }: SimulationProps) {
  const query = useAdmin('simulation', (api) => api.signInPolicy.simulate({}))
  return (
    <WhenRead query={query}>
      {(simulated) => {
        const severity = simulated.lockedOut > 0 ? 'error' : 'passed'
        return (
          <>
            <div role="status" className={`${styles.summary} ${toneClass(severity, 'filled')}`}>
              <SeverityIcon severity={severity} size={22} />
              <div>
                <Text fw={600} fz="lg">
                  {summaryOf(simulated, isEnforced)}
                </Text>
                <Text>{ownersOf(simulated, isEnforced)}</Text>
              </div>
            </div>
            {children(simulated)}
            <SimulationTable signIns={simulated.signIns} members={simulated.members} />
          </>
        )
      }}
    </WhenRead>
  )
}

function summaryOf({ members, lockedOut }: Simulated, isEnforced: boolean): string {
  if (members === 0) return 'There are no active members.'
  const would = isEnforced ? 'can' : 'could still'
  if (lockedOut === 0)
    return members === 1 ? `The only member ${would} sign in.` : `All ${members} members ${would} sign in.`
  const out = lockedOut === 1 ? '1 member' : `${lockedOut} members`
  return isEnforced ? `${out} of ${members} cannot sign in.` : `${out} of ${members} would be locked out.`
}

function ownersOf({ ownersLeft }: Simulated, isEnforced: boolean): string {
  if (ownersLeft === 0)
    return `No owner ${isEnforced ? 'can' : 'could'} sign in: only an API key ${isEnforced ? 'can' : 'could'} switch it off again.`
  const owners = ownersLeft === 1 ? '1 owner' : `${ownersLeft} owners`
  return `${owners} among those who ${isEnforced ? 'can' : 'could'}. Whether the identity provider lets them in, only a sign-in shows.`
}
