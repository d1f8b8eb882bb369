import { useAdmin } from '../../../lib/queries/admin.ts'
import { WhenRead } from '../../../ui/states/when-read.tsx'
import { EnforceSection } from './enforce-section.tsx'
import { EnforcedSection } from './enforced-section.tsx'
import { OutageSection } from './outage-section.tsx'

export function EnforcementSections() {
  const enforcement = useAdmin('enforcement', (api) => api.signInPolicy.enforcement({}))
  return (
    <>
      <WhenRead query={enforcement}>{({ enforced }) => (enforced ? <EnforcedSection /> : <EnforceSection />)}</WhenRead>
      <OutageSection isEnforced={enforcement.data?.enforced ?? false} />
    </>
  )
}
