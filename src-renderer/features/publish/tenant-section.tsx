import { Button } from '@mantine/core'
import type { TenantStatus } from '#shared/model/tenant.ts'
import { useTenantActions } from '../../lib/queries/tenant.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'

export function TenantSection({ status }: { status: TenantStatus }) {
  const { start } = useTenantActions()
  const problem = start.problem ?? (status.state === 'stopped' ? status.problem : undefined)
  return (
    <Section
      title="1. Tenant backend"
      text={
        status.state === 'running'
          ? `${status.organisation}, at ${status.url}`
          : 'The backend that the connection is for. It comes with the app and runs on this computer.'
      }
      aside={
        status.state === 'running' ? (
          <SeverityBadge severity="passed">Running</SeverityBadge>
        ) : (
          <Button loading={start.isPending} onClick={() => start.ask(undefined)}>
            Start the tenant backend
          </Button>
        )
      }
    >
      {problem && <ProblemAlert problem={problem} />}
    </Section>
  )
}
