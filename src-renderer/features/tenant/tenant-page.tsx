import { Tabs } from '@mantine/core'
import { type RunningTenant, useTenant, useTenantActions } from '../../lib/queries/tenant.ts'
import { Page } from '../../ui/page/page.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { WhenRead } from '../../ui/states/when-read.tsx'
import { ApiKeysSection } from './api-keys/api-keys-section.tsx'
import { AuditSections } from './audit/audit-sections.tsx'
import { DomainsSections } from './domains/domains-sections.tsx'
import { EnforcementSections } from './enforcement/enforcement-sections.tsx'
import { MembersSections } from './members/members-sections.tsx'
import { OutboxSection } from './outbox/outbox-section.tsx'
import { OverviewSections } from './overview/overview-sections.tsx'
import { PolicySections } from './policy/policy-sections.tsx'
import { SessionsSection } from './sessions/sessions-section.tsx'
import { SetupLinkSection } from './setup-link/setup-link-section.tsx'
import { StoppedTenant } from './stopped-tenant.tsx'
import { TenantActions } from './tenant-actions.tsx'
import styles from './tenant-page.module.css'
import { isTenantSection, type TenantSectionId, tenantSections } from './tenant-sections.ts'

interface TenantPageProps {
  readonly section: TenantSectionId
  readonly onOpen: (section: TenantSectionId) => void
}

/** The tenant backend in use: where a connection ends in a real sign-in, and who may sign in how. */
export function TenantPage({ section, onOpen }: TenantPageProps) {
  const query = useTenant()
  const actions = useTenantActions()
  const running = query.data?.state === 'running' ? query.data : undefined
  const problem = actions.stop.problem ?? actions.openSignIn.problem ?? actions.forgetRemote.problem
  return (
    <Page
      title="Tenant"
      text={running === undefined ? 'The backend that connections are published to.' : whereWords(running)}
      actions={running && <TenantActions tenant={running} actions={actions} />}
    >
      {problem && <ProblemAlert problem={problem} />}
      <WhenRead query={query}>
        {(status) =>
          status.state === 'running' ? (
            <Sections tenant={status} section={section} onOpen={onOpen} />
          ) : (
            <StoppedTenant status={status} actions={actions} />
          )
        }
      </WhenRead>
    </Page>
  )
}

const whereWords = ({ place, url, organisation }: RunningTenant) =>
  place.kind === 'here'
    ? `${organisation}, on the backend that comes with the app and keeps its data on this computer.`
    : `${organisation}, on the backend at ${url}`

function Sections({ tenant, section, onOpen }: TenantPageProps & { tenant: RunningTenant }) {
  return (
    <Tabs
      value={section}
      onChange={(next) => next !== null && isTenantSection(next) && onOpen(next)}
      keepMounted={false}
      classNames={{ tab: styles.tab }}
    >
      <Tabs.List aria-label="Parts of the tenant">
        {Object.entries(tenantSections).map(([id, name]) => (
          <Tabs.Tab key={id} value={id}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={section} className={styles.panel}>
        <SectionContent tenant={tenant} section={section} />
      </Tabs.Panel>
    </Tabs>
  )
}

function SectionContent({ tenant, section }: { tenant: RunningTenant; section: TenantSectionId }) {
  switch (section) {
    case 'overview':
      return <OverviewSections tenant={tenant} />
    case 'members':
      return <MembersSections />
    case 'domains':
      return <DomainsSections />
    case 'setup-link':
      return <SetupLinkSection />
    case 'policy':
      return <PolicySections />
    case 'enforcement':
      return <EnforcementSections />
    case 'sessions':
      return <SessionsSection />
    case 'api-keys':
      return <ApiKeysSection ownKey={tenant.apiKeyId} />
    case 'audit':
      return <AuditSections />
    case 'outbox':
      return <OutboxSection />
  }
}
