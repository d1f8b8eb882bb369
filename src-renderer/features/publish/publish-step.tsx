import { Button, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import { identityProviderSide } from '#shared/model/connection-sides.ts'
import type { StepId } from '#shared/model/step.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { useTenant } from '../../lib/queries/tenant.ts'
import { Section } from '../../ui/page/section.tsx'
import { WhenRead } from '../../ui/states/when-read.tsx'
import { DraftSection } from './draft-section.tsx'
import { PublishSection } from './publish-section.tsx'
import { PublishedSections } from './published-sections.tsx'
import { receiptOf } from './receipt-of.ts'
import { TenantSection } from './tenant-section.tsx'

interface PublishStepProps {
  readonly connection: Connection
  /** Newest first. */
  readonly runs: readonly TestRun[]
  /** Runs test logins against the draft. */
  readonly testLogin: ReactNode
  readonly onOpenStep: (step: StepId) => void
}

/** From the tested configuration to a real sign-in, one thing after the other. */
export function PublishStep({ connection, runs, testLogin, onOpenStep }: PublishStepProps) {
  const tenant = useTenant()
  const { publication } = connection
  if (identityProviderSide(connection) === null)
    return (
      <Section title="Publish" text="Load the identity provider’s side first: it is part of what is published.">
        <div>
          <Button onClick={() => onOpenStep('identity-provider')}>Go to identity provider</Button>
        </div>
      </Section>
    )
  return (
    <WhenRead query={tenant}>
      {(status) => (
        <Stack gap="md">
          <TenantSection status={status} />
          <DraftSection connection={connection} isTenantRunning={status.state === 'running'} />
          {publication?.state === 'draft' && (
            <>
              <Section
                title="3. Test the draft"
                text="The tenant backend judges it, exactly as it will judge sign-ins."
              >
                {testLogin}
              </Section>
              <PublishSection
                connection={connection}
                publication={publication}
                proof={receiptOf(connection, runs)}
                isTenantRunning={status.state === 'running'}
              />
            </>
          )}
          {publication !== null && publication.state !== 'draft' && (
            <PublishedSections
              connection={connection}
              publication={publication}
              runs={runs}
              isTenantRunning={status.state === 'running'}
              testLogin={testLogin}
            />
          )}
        </Stack>
      )}
    </WhenRead>
  )
}
