import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconFileSearch, IconPlus, IconSchool } from '@tabler/icons-react'
import type { Connection } from '#shared/model/connection.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { useTryPractice } from './try-practice.ts'
import styles from './welcome-page.module.css'

interface WelcomePageProps {
  readonly onNew: () => void
  readonly onCheck: () => void
  readonly onMade: (connection: Connection) => void
}

/** The empty app: what it is for and the two ways to begin. */
export function WelcomePage({ onNew, onCheck, onMade }: WelcomePageProps) {
  const practice = useTryPractice(onMade)
  return (
    <div className={styles.page}>
      <Stack gap="lg" maw={640}>
        <div>
          <Title order={1}>Get a sign-on connection working, and prove it</Title>
          <Text c="dimmed" size="lg" mt="xs">
            Load the identity provider’s metadata, hand over yours, run a live test login, and see who has to change
            what. Then publish exactly what was tested.
          </Text>
        </div>
        <Group>
          <Button
            size="md"
            leftSection={<IconSchool size={18} aria-hidden />}
            loading={practice.asked === 'saml'}
            onClick={() => practice.ask('saml')}
          >
            Try it with the practice IdP
          </Button>
          <Button
            size="md"
            variant="light"
            leftSection={<IconSchool size={18} aria-hidden />}
            loading={practice.asked === 'oidc'}
            onClick={() => practice.ask('oidc')}
          >
            The same by OpenID Connect
          </Button>
          <Button size="md" variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={onNew}>
            New connection
          </Button>
          <Button size="md" variant="default" leftSection={<IconFileSearch size={18} aria-hidden />} onClick={onCheck}>
            Check a file
          </Button>
        </Group>
        <Text c="dimmed" fz="sm">
          The practice IdP is an identity provider on this computer: it needs no network and no account, and makes
          mistakes on request.
        </Text>
        {practice.problem !== null && <ProblemAlert problem={practice.problem} />}
      </Stack>
    </div>
  )
}
