import type { StepId, StepState } from '#shared/model/step.ts'
import { StepId as StepIds } from '#shared/model/step.ts'
import type { StepStates } from '#shared/model/step-state.ts'
import { StepMark } from './step-mark.tsx'
import styles from './step-rail.module.css'

export const stepNames: Readonly<Record<StepId, string>> = {
  intake: 'Intake',
  'identity-provider': 'Identity provider',
  'service-provider': 'Service provider',
  'test-login': 'Test login',
  claims: 'Claims',
  publish: 'Publish',
}

const stateWords: Readonly<Record<StepState, string>> = {
  'not-started': 'Not started',
  'needs-attention': 'Needs attention',
  done: 'Done',
  stale: 'Out of date',
}

interface StepRailProps {
  readonly states: StepStates
  readonly current: StepId
  readonly onOpen: (step: StepId) => void
}

/** The six steps of a connection across the top, each with where it stands. */
export function StepRail({ states, current, onOpen }: StepRailProps) {
  return (
    <nav aria-label="Steps">
      <ol className={styles.steps}>
        {StepIds.options.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className={styles.step}
              aria-current={step === current ? 'step' : undefined}
              onClick={() => onOpen(step)}
            >
              <StepMark state={states[step]} number={index + 1} />
              <span className={styles.words}>
                <span className={styles.name}>{stepNames[step]}</span>
                <span className={styles.state}>{stateWords[states[step]]}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
