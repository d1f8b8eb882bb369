import { Button, Table } from '@mantine/core'
import type { Session } from '#shared/http-api/session.ts'
import { useAdminAsk, useAdminPages } from '../../../lib/queries/admin.ts'
import { ListPages } from '../../../ui/lists/list-pages.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { RefreshButton } from '../../../ui/lists/refresh-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { Sensitive } from '../../../ui/values/sensitive.tsx'

export function SessionsSection() {
  const query = useAdminPages('sessions', null, (api, cursor) => api.sessions.list({ query: cursor }))
  const revoke = useAdminAsk((api, id: Session['id']) => api.sessions.revoke({ params: { id } }))
  return (
    <Section
      title="Sessions"
      text="Who is signed in now. Whose session is ended has to sign in again."
      aside={<RefreshButton query={query} />}
    >
      {revoke.problem && <ProblemAlert problem={revoke.problem} />}
      <ListPages query={query} itemsOf={({ sessions }) => sessions} none="Nobody is signed in.">
        {(sessions) => (
          <ListTable label="Sessions" head={['E-mail address', 'By', 'Signed in', 'Last seen', 'Ends', '']}>
            {sessions.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  <Sensitive kind="personal" value={session.email} what="e-mail address" />
                </Table.Td>
                <Table.Td>{session.connectionId === null ? 'Password or link' : 'Single sign-on'}</Table.Td>
                <Table.Td>
                  <RelativeTime instant={session.createdAt} />
                </Table.Td>
                <Table.Td>
                  <RelativeTime instant={session.lastSeenAt} />
                </Table.Td>
                <Table.Td>
                  <RelativeTime instant={session.expiresAt} />
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`End the session of ${session.email}`}
                    loading={revoke.asked === session.id}
                    onClick={() => revoke.ask(session.id)}
                  >
                    End
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </ListPages>
    </Section>
  )
}
