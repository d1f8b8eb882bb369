import { useState } from 'react'
import { useAdmin } from '../../../lib/queries/admin.ts'
import { Section } from '../../../ui/page/section.tsx'
import { WhenRead } from '../../../ui/states/when-read.tsx'
import { ShownOnce } from '../../../ui/values/shown-once.tsx'
import { SetupLinkForm } from './setup-link-form.tsx'
import { SetupLinkState } from './setup-link-state.tsx'

/** For a customer's IT without an account here: a web page on which they set up their connection, test it and finish (S40). */
export function SetupLinkSection() {
  const [setupUrl, setSetupUrl] = useState<string | null>(null)
  const query = useAdmin('setup-link', (api) => api.setupLink.get({}))
  return (
    <Section
      title="Setup link"
      text="Whoever has it sets up one connection in a browser, without an account: steps for their identity provider, checks, a test login. The connection is switched on when they finish."
    >
      {setupUrl !== null && (
        <ShownOnce title="Setup link made" secret={setupUrl} what="setup link" onClose={() => setSetupUrl(null)} />
      )}
      <WhenRead query={query}>
        {({ setupLink }) => (
          <>
            {setupLink !== null && <SetupLinkState setupLink={setupLink} onRevoked={() => setSetupUrl(null)} />}
            <SetupLinkForm setupLink={setupLink} onMade={setSetupUrl} />
          </>
        )}
      </WhenRead>
    </Section>
  )
}
