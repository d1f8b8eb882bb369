import type { LicenceState } from '#shared/model/licence.ts'
import { useAdmin } from '../../../lib/queries/admin.ts'
import type { RunningTenant } from '../../../lib/queries/tenant.ts'
import { Section } from '../../../ui/page/section.tsx'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { WhenRead } from '../../../ui/states/when-read.tsx'
import { CopyValue } from '../../../ui/values/copy-value.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { ValueRows } from '../../../ui/values/value-rows.tsx'
import { LicenceForm } from './licence-form.tsx'
import { OrganisationName } from './organisation-name.tsx'

export function OverviewSections({ tenant }: { tenant: RunningTenant }) {
  const organisation = useAdmin('organisation', (api) => api.organisation.get({}))
  const licence = useAdmin('licence', (api) => api.organisation.licence({}))
  return (
    <>
      <Section title="Organisation">
        <WhenRead query={organisation}>{(read) => <OrganisationName organisation={read.organisation} />}</WhenRead>
        <ValueRows
          rows={[
            { label: 'Sign-in page', value: <CopyValue value={tenant.signInUrl} what="sign-in page’s address" /> },
            { label: 'Address', value: <CopyValue value={tenant.url} what="address" /> },
            { label: 'Organisation ID', value: <CopyValue value={tenant.organisationId} what="organisation ID" /> },
          ]}
        />
      </Section>
      <Section
        title="Licence"
        text="Single sign-on can be managed, and is enforced, only with an active enterprise plan."
      >
        <WhenRead query={licence}>
          {(read) => (
            <>
              <Licence licence={read.licence} />
              {read.licence.kind !== 'practice' && <LicenceForm />}
            </>
          )}
        </WhenRead>
      </Section>
    </>
  )
}

const inactive: Readonly<Record<NonNullable<LicenceState['because']>, string>> = {
  plan: 'This plan has no single sign-on',
  missing: 'There is no licence',
  expired: 'Expired',
  'not-valid': 'The licence file was changed, or is not of this operator',
}

function Licence({ licence: { kind, plan, active, because, expiresAt, clockWentBack } }: { licence: LicenceState }) {
  const planWords = `${plan.charAt(0).toUpperCase()}${plan.slice(1)}`
  return (
    <ValueRows
      rows={[
        { label: 'Plan', value: kind === 'practice' ? `${planWords}, for practice` : planWords },
        {
          label: 'State',
          value: active ? (
            <SeverityBadge severity="passed">Active</SeverityBadge>
          ) : (
            <SeverityBadge severity="error">{because === null ? 'Not active' : inactive[because]}</SeverityBadge>
          ),
        },
        ...(kind === 'none'
          ? []
          : [{ label: 'Expires', value: expiresAt === null ? 'Never' : <RelativeTime instant={expiresAt} /> }]),
        ...(clockWentBack
          ? [{ label: 'Clock', value: 'The server’s clock was set back; the licence is judged by the later time.' }]
          : []),
      ]}
    />
  )
}
