import { SegmentedControl } from '@mantine/core'
import { ColorScheme } from '#shared/ipc/app.ts'
import { useAppInfo, useSetColorScheme, useStoredColorScheme } from '../../lib/queries/app.ts'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { WhenRead } from '../../ui/states/when-read.tsx'
import { ValueRows } from '../../ui/values/value-rows.tsx'
import { SecretsSection } from './secrets-section.tsx'

export function SettingsPage() {
  const info = useAppInfo()
  return (
    <Page title="Settings" text="Saved as you change them.">
      <Appearance />
      <WhenRead query={info}>
        {({ secrets, version, electron }) => (
          <>
            <SecretsSection secrets={secrets} />
            <Section title="About">
              <ValueRows
                rows={[
                  { label: 'Claimcheck', value: version },
                  { label: 'Electron', value: electron },
                ]}
              />
            </Section>
          </>
        )}
      </WhenRead>
    </Page>
  )
}

function Appearance() {
  const { data } = useStoredColorScheme()
  const change = useSetColorScheme()
  return (
    <Section title="Appearance">
      <div>
        <SegmentedControl
          aria-label="Colours"
          value={data ?? 'auto'}
          onChange={(value) => change.ask(ColorScheme.parse(value))}
          data={[
            { value: 'auto', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </div>
      {change.problem && <ProblemAlert problem={change.problem} />}
    </Section>
  )
}
