import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import type { Connection } from '#shared/model/connection.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { usePracticeIdp } from '../../lib/queries/practice-idp.ts'
import { ProblemAlert } from '../states/problem-alert.tsx'

/** Where the provider is the practice one: the client as it is now, with every address it may be sent back to. */
export function RegisterClient({ connection }: { connection: Connection }) {
  const { id: connectionId, openidClient, openidProvider } = connection
  const api = useApi()
  const { data: practice } = usePracticeIdp()
  const register = useAsk(
    (redirectUri: string) => api.openid.registerAtPracticeIdp({ connectionId, redirectUri }),
    useKeepConnection(),
  )
  if (practice?.state !== 'running' || practice.openid.issuer !== openidProvider?.issuer) return null
  if (openidClient === null) return null
  const isKnown = practice.openid.clients.includes(openidClient.clientId)
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          variant={isKnown ? 'default' : 'filled'}
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={register.isPending}
          onClick={() => register.ask(openidClient.redirectUri)}
        >
          {isKnown ? 'Register again at the practice IdP' : 'Register at the practice IdP'}
        </Button>
        {isKnown && (
          <Text role="status" c="dimmed" fz="sm">
            {register.isDone ? 'Registered as it is now.' : 'The practice IdP knows this client.'}
          </Text>
        )}
      </Group>
      {register.problem && <ProblemAlert problem={register.problem} />}
    </Stack>
  )
}
