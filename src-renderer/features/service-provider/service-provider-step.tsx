import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { StepId } from '#shared/model/step.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { HandOut } from '../../ui/hand-out/hand-out.tsx'
import { HandOutActions } from '../../ui/hand-out/hand-out-actions.tsx'
import { RequiredClaims } from '../../ui/hand-out/required-claims.tsx'
import { Section } from '../../ui/page/section.tsx'
import { GenerateForm } from './generate-form.tsx'

interface ServiceProviderStepProps {
  readonly connection: Connection
  readonly onOpenStep: (step: StepId) => void
}

/** The application's side: generated here, then handed over in the other side's words. */
export function ServiceProviderStep({ connection, onOpenStep }: ServiceProviderStepProps) {
  const { serviceProvider, intake } = connection
  const [isChanging, setChanging] = useState(false)
  if (serviceProvider === null || isChanging)
    return (
      <GenerateForm
        connection={connection}
        onGenerated={() => setChanging(false)}
        onCancel={serviceProvider === null ? undefined : () => setChanging(false)}
      />
    )
  const provider = providerOf(intake.provider)
  return (
    <Section
      title="Hand over"
      text="Enter these values at the identity provider, or send the metadata."
      aside={
        <Button variant="default" size="xs" onClick={() => setChanging(true)}>
          Change and generate again
        </Button>
      }
    >
      <Stack gap="md">
        <HandOut serviceProvider={serviceProvider} provider={provider} />
        <RequiredClaims />
        <HandOutActions connection={connection} target="application" entityId={serviceProvider.entityId} />
        <div>
          <Button variant="subtle" onClick={() => onOpenStep('test-login')}>
            Go on to the test login
          </Button>
        </div>
      </Stack>
    </Section>
  )
}
