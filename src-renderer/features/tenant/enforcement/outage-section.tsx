import { useAdmin } from '../../../lib/queries/admin.ts'
import { Section } from '../../../ui/page/section.tsx'
import { WhenRead } from '../../../ui/states/when-read.tsx'
import { OpenOutage } from './open-outage.tsx'
import { OutageForm } from './outage-form.tsx'

/** For the hour when the identity provider is down. */
export function OutageSection({ isEnforced }: { isEnforced: boolean }) {
  const query = useAdmin('outage-window', (api) => api.signInPolicy.outageWindow({}))
  return (
    <Section
      title="Outage window"
      text={
        isEnforced
          ? 'While it is open, passwords and magic links are let in although single sign-on is enforced. It closes by itself.'
          : 'For when single sign-on is enforced and the identity provider is down: passwords and magic links are let in for a time.'
      }
    >
      <WhenRead query={query}>
        {({ outageWindow }) =>
          outageWindow.open && outageWindow.until !== null ? (
            <OpenOutage until={outageWindow.until} reason={outageWindow.reason} onOver={() => void query.refetch()} />
          ) : (
            <OutageForm label="Open outage window" />
          )
        }
      </WhenRead>
    </Section>
  )
}
