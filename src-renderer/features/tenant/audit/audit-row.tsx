import { Button, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { AuditEvent } from '#shared/http-api/audit.ts'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { wordsOf } from './action-words.ts'
import { EventDetails } from './event-details.tsx'

const actors: Readonly<Record<AuditEvent['actorKind'], string>> = {
  'api-key': 'API key',
  user: 'Member',
  system: 'The backend itself',
}

export function AuditRow({ event }: { event: AuditEvent }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <>
      <Table.Tr>
        <Table.Td w={150}>
          <RelativeTime instant={event.at} />
        </Table.Td>
        <Table.Td>{wordsOf(event.action)}</Table.Td>
        <Table.Td>
          {actors[event.actorKind]}
          {event.actorId !== null && (
            <Text c="dimmed" fz="xs">
              {event.actorId}
            </Text>
          )}
        </Table.Td>
        <Table.Td w={90}>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={isOpen}
            aria-label={`Details of entry ${event.sequence}`}
            onClick={toggle}
          >
            {isOpen ? 'Less' : 'Details'}
          </Button>
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={4}>
            <EventDetails event={event} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
