import { Button } from '@mantine/core'
import { IconBuilding, IconExternalLink, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { type RunningTenant, useTenant, useTenantActions } from '../../lib/queries/tenant.ts'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { EmptyState } from '../../ui/states/empty-state.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { WhenRead } from '../../ui/states/when-read.tsx'
import { CopyValue } from '../../ui/values/copy-value.tsx'
import { ValueRows } from '../../ui/values/value-rows.tsx'
import { MembersTable } from './members-table.tsx'

/** The tenant backend that comes with the app: the place where a connection ends in a real sign-in. */
export function TenantPage() {
  const query = useTenant()
  const { start, stop, openSignIn } = useTenantActions()
  const isRunning = query.data?.state === 'running'
  const problem = start.problem ?? stop.problem ?? openSignIn.problem
  return (
    <Page
      title="Tenant"
      text="The backend that connections are published to. It runs on this computer and keeps its data here."
      actions={
        isRunning && (
          <>
            <Button
              leftSection={<IconExternalLink size={16} aria-hidden />}
              loading={openSignIn.isPending}
              onClick={() => openSignIn.ask(undefined)}
            >
              Open the sign-in page
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlayerStop size={16} aria-hidden />}
              loading={stop.isPending}
              onClick={() => stop.ask(undefined)}
            >
              Stop
            </Button>
          </>
        )
      }
    >
      {problem && <ProblemAlert problem={problem} />}
      <WhenRead query={query}>
        {(status) =>
          status.state === 'running' ? (
            <RunningTenantView status={status} />
          ) : (
            <>
              {status.problem && <ProblemAlert problem={status.problem} />}
              <EmptyState
                icon={IconBuilding}
                title="The tenant backend is not running"
                text="It has one practice organisation with a licence for single sign-on."
              >
                <Button
                  leftSection={<IconPlayerPlay size={16} aria-hidden />}
                  loading={start.isPending}
                  onClick={() => start.ask(undefined)}
                >
                  Start the tenant backend
                </Button>
              </EmptyState>
            </>
          )
        }
      </WhenRead>
    </Page>
  )
}

function RunningTenantView({ status }: { status: RunningTenant }) {
  return (
    <>
      <Section title={status.organisation}>
        <ValueRows
          rows={[
            { label: 'Sign-in page', value: <CopyValue value={status.signInUrl} what="sign-in page’s address" /> },
            { label: 'Address', value: <CopyValue value={status.url} what="address" /> },
            { label: 'Organisation ID', value: <CopyValue value={status.organisationId} what="organisation ID" /> },
          ]}
        />
      </Section>
      <MembersTable />
    </>
  )
}
