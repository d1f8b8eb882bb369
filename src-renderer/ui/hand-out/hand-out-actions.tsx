import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload, IconPlugConnected } from '@tabler/icons-react'
import type { Connection } from '#shared/model/connection.ts'
import type { TestTarget } from '#shared/model/test-run.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { usePracticeIdp } from '../../lib/queries/practice-idp.ts'
import { ProblemAlert } from '../states/problem-alert.tsx'

interface HandOutActionsProps {
  readonly connection: Connection
  readonly target: TestTarget
  readonly entityId: string
}

/** Ways to hand the values over: as a metadata file, or straight to the practice identity provider where it is the one. */
export function HandOutActions({ connection, target, entityId }: HandOutActionsProps) {
  const api = useApi()
  const ask = { connectionId: connection.id, target }
  const save = useAsk(() => api.serviceProvider.saveMetadata(ask))
  const register = useAsk(() => api.serviceProvider.registerAtPracticeIdp(ask))
  const { data: practice } = usePracticeIdp()
  const isPractice = practice?.state === 'running' && practice.entityId === connection.identityProvider?.entityId
  const isRegistered = isPractice && practice.serviceProviders.includes(entityId)
  const problem = save.problem ?? register.problem
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.ask(undefined)}
        >
          Save SP metadata
        </Button>
        {isPractice && (
          <Button
            variant={isRegistered ? 'default' : 'filled'}
            leftSection={<IconPlugConnected size={16} aria-hidden />}
            loading={register.isPending}
            onClick={() => register.ask(undefined)}
          >
            {isRegistered ? 'Register again at the practice IdP' : 'Register at the practice IdP'}
          </Button>
        )}
        {isRegistered && (
          <Text role="status" c="dimmed" fz="sm">
            The practice IdP knows this entity ID.
          </Text>
        )}
      </Group>
      {problem !== null && <ProblemAlert problem={problem} />}
    </Stack>
  )
}
