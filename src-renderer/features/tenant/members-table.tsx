import { Button, Table, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Member } from '#shared/model/tenant.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { queryKeys } from '../../lib/queries/query-keys.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { WhenRead } from '../../ui/states/when-read.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import { Sensitive } from '../../ui/values/sensitive.tsx'
import styles from './members-table.module.css'

/** People change it by signing in, in a window of their own: read anew each time it is looked at. */
export function MembersTable() {
  const api = useApi()
  const query = useQuery({
    queryKey: queryKeys.members,
    queryFn: () => api.tenant.members(),
    staleTime: 0,
    refetchOnWindowFocus: true,
  })
  return (
    <Section
      title="Members"
      text="Whoever signs in through a connection for the first time is added here."
      aside={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={query.isFetching}
          onClick={() => void query.refetch()}
        >
          Refresh
        </Button>
      }
    >
      <WhenRead query={query}>
        {(members) => (
          <Table verticalSpacing={6} className={styles.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>E-mail address</Table.Th>
                <Table.Th>Name</Table.Th>
                <Table.Th>Role</Table.Th>
                <Table.Th>Last sign-in</Table.Th>
                <Table.Th>State</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {members.map((member) => (
                <MemberRow key={member.id} member={member} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </WhenRead>
    </Section>
  )
}

function MemberRow({ member }: { member: Member }) {
  const name = [member.givenName, member.familyName].filter(Boolean).join(' ')
  return (
    <Table.Tr>
      <Table.Td className={styles.email}>
        <Sensitive kind="personal" value={member.email} what="e-mail address" />
      </Table.Td>
      <Table.Td>
        {name === '' ? <Text c="dimmed">none</Text> : <Sensitive kind="personal" value={name} what="name" />}
      </Table.Td>
      <Table.Td>{roleWords[member.role]}</Table.Td>
      <Table.Td>
        {member.lastSignInAt === null ? <Text c="dimmed">never</Text> : <RelativeTime instant={member.lastSignInAt} />}
      </Table.Td>
      <Table.Td>
        <SeverityBadge severity={member.active ? 'passed' : 'not-verified'}>
          {member.active ? 'Active' : 'Deactivated'}
        </SeverityBadge>
      </Table.Td>
    </Table.Tr>
  )
}

const roleWords: Readonly<Record<Member['role'], string>> = {
  owner: 'Owner',
  admin: 'Admin',
  member: 'Member',
  viewer: 'Viewer',
}
