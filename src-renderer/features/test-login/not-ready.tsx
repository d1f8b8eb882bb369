import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import type { StepId } from '#shared/model/step.ts'
import { EmptyState } from '../../ui/states/empty-state.tsx'
import { stepNames } from '../../ui/step-rail.tsx'

/** A test login needs both sides. */
export function NotReady({ step, onOpenStep }: { step: StepId; onOpenStep: (step: StepId) => void }) {
  return (
    <EmptyState
      icon={IconPlayerPlay}
      title="Not ready for a test login yet"
      text="A test login needs the identity provider’s metadata and the application’s side."
    >
      <Button onClick={() => onOpenStep(step)}>Go to {stepNames[step].toLowerCase()}</Button>
    </EmptyState>
  )
}
