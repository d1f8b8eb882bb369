import { Button, Group, Stack, Switch } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { Connection } from '#shared/model/connection.ts'
import type { Publication } from '#shared/model/publication.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { useTenantActions } from '../../lib/queries/tenant.ts'
import { Section } from '../../ui/page/section.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { CopyValue } from '../../ui/values/copy-value.tsx'

interface LiveSectionProps {
  readonly connection: Connection
  readonly publication: Publication
  readonly isTenantRunning: boolean
}

/** The switch that makes it real, and the page to try it on. */
export function LiveSection({ connection, publication, isTenantRunning }: LiveSectionProps) {
  const api = useApi()
  const { openSignIn } = useTenantActions()
  const setEnabled = useAsk(
    (enabled: boolean) => api.publication.setEnabled({ connectionId: connection.id, enabled }),
    useKeepConnection(),
  )
  const problem = setEnabled.problem ?? openSignIn.problem
  return (
    <Section title="5. Go live" text="Everyone with an address of these domains is sent to the identity provider.">
      <Stack gap="md">
        <Switch
          label={`Enable for ${connection.intake.domains.join(', ')}`}
          description="Off again at any time: the other ways to sign in come back at once."
          checked={setEnabled.asked ?? publication.state === 'enabled'}
          disabled={!isTenantRunning}
          onChange={(event) => setEnabled.ask(event.currentTarget.checked)}
        />
        <Group gap="sm">
          <Button
            variant={publication.state === 'enabled' ? 'filled' : 'default'}
            leftSection={<IconExternalLink size={16} aria-hidden />}
            disabled={!isTenantRunning}
            loading={openSignIn.isPending}
            onClick={() => openSignIn.ask(undefined)}
          >
            Open the sign-in page
          </Button>
          <CopyValue value={publication.signInUrl} what="sign-in page’s address" />
        </Group>
        {problem && <ProblemAlert problem={problem} />}
      </Stack>
    </Section>
  )
}
