import { ActionIcon, Menu, Select, Table, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { MemberDetail } from '#shared/http-api/member.ts'
import type { Severity } from '#shared/model/finding.ts'
import { Role } from '#shared/model/outcome.ts'
import { roleOptions, roleWords } from '../../../lib/format/role-words.ts'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { Sensitive } from '../../../ui/values/sensitive.tsx'
import { confirmRemoval, useMemberActions } from './use-member-actions.tsx'

const states: Readonly<Record<MemberDetail['status'], { severity: Severity; word: string }>> = {
  active: { severity: 'passed', word: 'Active' },
  deactivated: { severity: 'not-verified', word: 'Deactivated' },
  removed: { severity: 'not-verified', word: 'Removed' },
}

export function MemberRow({ member }: { member: MemberDetail }) {
  const { change, remove, endSessions, invite } = useMemberActions(member)
  const name = [member.givenName, member.familyName].filter(Boolean).join(' ')
  const { severity, word } = states[member.status]
  const role = change.asked?.role ?? member.role
  return (
    <Table.Tr>
      <Table.Td>
        <Sensitive kind="personal" value={member.email} what="e-mail address" />
      </Table.Td>
      <Table.Td>
        {name === '' ? <Text c="dimmed">none</Text> : <Sensitive kind="personal" value={name} what="name" />}
      </Table.Td>
      <Table.Td w={116}>
        {member.status === 'removed' ? (
          roleWords[member.role]
        ) : (
          <Select
            aria-label={`Role of ${member.email}`}
            size="xs"
            allowDeselect={false}
            data={roleOptions(Role.options)}
            value={role}
            onChange={(next) => next !== null && change.ask({ role: Role.parse(next) })}
          />
        )}
      </Table.Td>
      <Table.Td>
        {member.lastSignInAt === null ? <Text c="dimmed">never</Text> : <RelativeTime instant={member.lastSignInAt} />}
      </Table.Td>
      <Table.Td>
        <SeverityBadge severity={severity}>{word}</SeverityBadge>
      </Table.Td>
      <Table.Td w={44}>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`More about ${member.email}`}>
              <IconDots size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {member.status === 'removed' ? (
              <Menu.Item onClick={() => invite.ask(undefined)}>Invite again</Menu.Item>
            ) : (
              <>
                {member.active ? (
                  <Menu.Item onClick={() => change.ask({ active: false })}>Deactivate</Menu.Item>
                ) : (
                  <Menu.Item onClick={() => change.ask({ active: true })}>Reactivate</Menu.Item>
                )}
                <Menu.Item onClick={() => endSessions.ask(undefined)}>End all sessions</Menu.Item>
                <Menu.Item
                  c="var(--mantine-color-error)"
                  onClick={() => confirmRemoval(member, () => remove.ask(undefined))}
                >
                  Remove
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  )
}
