import type { ReactNode } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { StepId } from '#shared/model/step.ts'
import type { TestRun, TestTarget } from '#shared/model/test-run.ts'
import { ClaimsStep } from '../features/claims/claims-step.tsx'
import { IdentityProviderStep } from '../features/identity-provider/identity-provider-step.tsx'
import { IntakeStep } from '../features/intake/intake-step.tsx'
import { OpenidClientStep } from '../features/openid/openid-client-step.tsx'
import { OpenidProviderStep } from '../features/openid/openid-provider-step.tsx'
import { PublishStep } from '../features/publish/publish-step.tsx'
import { ServiceProviderStep } from '../features/service-provider/service-provider-step.tsx'
import { TestLoginPanel } from '../features/test-login/test-login-panel.tsx'
import { RunReport } from '../features/verdict/run-report.tsx'

interface StepContentProps {
  readonly connection: Connection
  readonly runs: readonly TestRun[]
  readonly step: StepId
  readonly onOpen: (step: StepId) => void
}

/** Puts the features of one step together: they do not know each other. */
export function StepContent({ connection, runs, step, onOpen }: StepContentProps) {
  const testLogin = (target: TestTarget) => (
    <TestLoginPanel
      connection={connection}
      runs={runs}
      target={target}
      renderReport={(run, actions) => <RunReport key={run.id} run={run} connection={connection} actions={actions} />}
      onOpenStep={onOpen}
    />
  )
  const isOpenid = connection.intake.protocol === 'oidc'
  const contents: Readonly<Record<StepId, () => ReactNode>> = {
    intake: () => <IntakeStep connection={connection} />,
    'identity-provider': () =>
      isOpenid ? <OpenidProviderStep connection={connection} /> : <IdentityProviderStep connection={connection} />,
    'service-provider': () =>
      isOpenid ? (
        <OpenidClientStep connection={connection} onOpenStep={onOpen} />
      ) : (
        <ServiceProviderStep connection={connection} onOpenStep={onOpen} />
      ),
    'test-login': () => testLogin('application'),
    claims: () => <ClaimsStep connection={connection} runs={runs} onOpenStep={onOpen} />,
    publish: () => (
      <PublishStep connection={connection} runs={runs} testLogin={testLogin('draft')} onOpenStep={onOpen} />
    ),
  }
  return contents[step]()
}
