import { Button, Stack } from '@mantine/core'
import { IconIdBadge2 } from '@tabler/icons-react'
import type { Connection } from '#shared/model/connection.ts'
import type { StepId } from '#shared/model/step.ts'
import { isOutdated } from '#shared/model/step-state.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { EmptyState } from '../../ui/states/empty-state.tsx'
import { ClaimFindings } from './claim-findings.tsx'
import { MappingEditor } from './mapping-editor.tsx'
import { PredictedOutcome } from './predicted-outcome.tsx'
import { ReceivedAttributes } from './received-attributes.tsx'

interface ClaimsStepProps {
  readonly connection: Connection
  /** Newest first. */
  readonly runs: readonly TestRun[]
  readonly onOpenStep: (step: StepId) => void
}

/** What the application learns about the person who signed in last, and which attribute it comes from. */
export function ClaimsStep({ connection, runs, onOpenStep }: ClaimsStepProps) {
  const judged = runs.find(({ state }) => state === 'judged')
  const identity = judged?.judgement?.identity ?? null
  return (
    <Stack gap="md">
      {judged?.judgement && (
        <PredictedOutcome run={judged} judgement={judged.judgement} isOutdated={isOutdated(connection, judged)} />
      )}
      <MappingEditor connection={connection} identity={identity} />
      {judged?.judgement && <ClaimFindings findings={judged.judgement.findings} />}
      {identity !== null && (
        <ReceivedAttributes
          identity={identity}
          mapping={connection.mapping}
          isToken={connection.intake.protocol === 'oidc'}
        />
      )}
      {identity === null && (
        <EmptyState
          icon={IconIdBadge2}
          title={judged === undefined ? 'No test login yet' : 'No claims to show'}
          text={
            judged === undefined
              ? 'Run a test login to see every attribute that arrives beside the mapping.'
              : 'The last response was not accepted, so nothing in it is taken for the person’s. Mend what the verdict names first.'
          }
        >
          <Button onClick={() => onOpenStep('test-login')}>Go to the test login</Button>
        </EmptyState>
      )}
    </Stack>
  )
}
