import { Button, Collapse, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { PublicationComparison } from '#shared/model/publication-comparison.ts'
import { useAdminAsk } from '../../lib/queries/admin.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import { LiveComparison } from './live-comparison.tsx'

type Previous = NonNullable<PublicationComparison['previous']>

const authors: Readonly<Record<Previous['replacedBy'], string>> = {
  own: 'from this app',
  'api-key': 'with another API key',
  user: 'by a member',
  system: 'by the backend',
}

interface UndoChangeProps {
  readonly connection: Connection
  readonly comparison: PublicationComparison
}

/** What was live before, whoever changed it, and the way back to it. */
export function UndoChange({ connection, comparison: { live, previous } }: UndoChangeProps) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const undo = useAdminAsk(
    (api, given: string | undefined) =>
      api.publication.undo({ connectionId: connection.id, ...(given !== undefined && { reason: given }) }),
    useKeepConnection(),
  )
  if (previous === null) return null
  const needsReason = undo.problem?.code === 'publication.not-tested'
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Text>
          Changed <RelativeTime instant={previous.replacedAt} /> {authors[previous.replacedBy]}.{' '}
          {previous.isTested ? 'What was live before was tested.' : 'What was live before was not tested.'}
        </Text>
        <Group gap="xs">
          <Button variant="default" size="xs" aria-expanded={isOpen} onClick={toggle}>
            {isOpen ? 'Hide what was live before' : 'Compare with before'}
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={!previous.canBeRestored || (needsReason && reason.trim().length < 3)}
            loading={undo.isPending}
            onClick={() => undo.ask(needsReason ? reason.trim() : undefined)}
          >
            {needsReason ? 'Undo without a test' : 'Undo this change'}
          </Button>
        </Group>
      </Group>
      {!previous.canBeRestored && (
        <Text c="dimmed" fz="sm">
          The key pair was replaced with it, and a private key cannot be brought back.
        </Text>
      )}
      {undo.problem && <ProblemAlert problem={undo.problem} />}
      {needsReason && (
        <TextInput
          label="Reason to go back without a test"
          description="Kept in the audit log"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Collapse expanded={isOpen} keepMounted={false}>
        <Stack gap="sm">
          <LiveComparison live={live} other={previous.values} heading="Before" />
        </Stack>
      </Collapse>
    </Stack>
  )
}
