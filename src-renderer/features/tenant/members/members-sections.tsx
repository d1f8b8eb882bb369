import { Button, SegmentedControl } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { MemberStatus } from '#shared/http-api/member.ts'
import { useAdminPages } from '../../../lib/queries/admin.ts'
import { ListPages } from '../../../ui/lists/list-pages.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { RefreshButton } from '../../../ui/lists/refresh-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Invitations } from './invitations.tsx'
import { InviteForm } from './invite-form.tsx'
import { MemberRow } from './member-row.tsx'

const filters = [
  { value: '', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'deactivated', label: 'Deactivated' },
  { value: 'removed', label: 'Removed' },
] as const

const none = {
  '': 'Nobody yet.',
  active: 'Nobody is active.',
  deactivated: 'Nobody is deactivated.',
  removed: 'Nobody was removed.',
} as const

export function MembersSections() {
  const [isInviting, inviting] = useDisclosure(false)
  const [filter, setFilter] = useState<(typeof filters)[number]['value']>('')
  const { data: status } = MemberStatus.safeParse(filter)
  const query = useAdminPages('members', filter, (api, cursor) =>
    api.members.list({ query: { ...cursor, ...(status !== undefined && { status }) } }),
  )
  return (
    <>
      <Section
        title="Members"
        text="Whoever signs in through a connection for the first time is added here, unless the sign-in rules say no."
        aside={
          <>
            <Button size="xs" leftSection={<IconUserPlus size={14} aria-hidden />} onClick={inviting.toggle}>
              Invite
            </Button>
            <RefreshButton query={query} />
          </>
        }
      >
        {isInviting && <InviteForm onClose={inviting.close} />}
        <div>
          <SegmentedControl
            aria-label="Which members"
            size="xs"
            value={filter}
            onChange={setFilter}
            data={[...filters]}
          />
        </div>
        <ListPages query={query} itemsOf={({ members }) => members} none={none[filter]}>
          {(members) => (
            <ListTable label="Members" head={['E-mail address', 'Name', 'Role', 'Last sign-in', 'State', '']}>
              {members.map((member) => (
                <MemberRow key={member.id} member={member} />
              ))}
            </ListTable>
          )}
        </ListPages>
      </Section>
      <Invitations />
    </>
  )
}
