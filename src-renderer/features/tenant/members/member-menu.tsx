import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { MemberDetail } from '#shared/http-api/member.ts'
import { confirmRemoval, useChangeMember, useMemberActions } from './use-member-actions.tsx'

export function MemberMenu({ member }: { member: MemberDetail }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More about ${member.email}`}>
          <IconDots size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Items member={member} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** Only while the menu is open: a list has many rows. */
function Items({ member }: { member: MemberDetail }) {
  const change = useChangeMember(member)
  const { remove, endSessions, invite } = useMemberActions(member)
  if (member.status === 'removed') return <Menu.Item onClick={() => invite.ask(undefined)}>Invite again</Menu.Item>
  return (
    <>
      <Menu.Item onClick={() => change.ask({ active: !member.active })}>
        {member.active ? 'Deactivate' : 'Reactivate'}
      </Menu.Item>
      <Menu.Item onClick={() => endSessions.ask(undefined)}>End all sessions</Menu.Item>
      <Menu.Item c="var(--mantine-color-error)" onClick={() => confirmRemoval(member, () => remove.ask(undefined))}>
        Remove
      </Menu.Item>
    </>
  )
}
