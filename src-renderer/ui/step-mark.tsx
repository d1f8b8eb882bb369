import { IconAlertTriangle, IconCheck, IconRefreshAlert } from '@tabler/icons-react'
import type { StepState } from '#shared/model/step.ts'
import styles from './step-mark.module.css'
import { toneClass } from './tone.ts'

const marks = {
  'needs-attention': { Drawn: IconAlertTriangle, severity: 'warning' },
  done: { Drawn: IconCheck, severity: 'passed' },
  stale: { Drawn: IconRefreshAlert, severity: 'not-verified' },
} as const

/** A step's number until it is begun, then the sign of its state. The word stands beside it. */
export function StepMark({ state, number }: { state: StepState; number: number }) {
  if (state === 'not-started')
    return (
      <span className={`${styles.mark} ${styles.idle}`} aria-hidden>
        {number}
      </span>
    )
  const { Drawn, severity } = marks[state]
  return (
    <span className={`${styles.mark} ${toneClass(severity, 'filled')}`} aria-hidden>
      <Drawn size={13} stroke={2.4} />
    </span>
  )
}
