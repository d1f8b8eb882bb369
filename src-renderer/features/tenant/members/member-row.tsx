import { NativeSelect, Table, Text } from '@mantine/core'
import type { MemberDetail } from '#shared/http-api/member.ts'
import type { Severity } from '#shared/model/finding.ts'
import { Role } from '#shared/model/outcome.ts'
import { roleOptions, roleWords } from '../../../lib/format/role-words.ts'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { Sensitive } from '../../../ui/values/sensitive.tsx'
import { MemberMenu } from './member-menu.tsx'
import { useChangeMember } from './use-member-actions.tsx'

const states: Readonly<Record<MemberDetail['status'], { severity: Severity; word: string }>> = {
  active: { severity: 'passed', word: 'Active' },
  deactivated: { severity: 'not-verified', word: 'Deactivated' },
  removed: { severity: 'not-verified', word: 'Removed' },
}

export function MemberRow({ member }: { member: MemberDetail }) {
  const change = useChangeMember(member)
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
          <NativeSelect
            aria-label={`Role of ${member.email}`}
            size="xs"
            data={roleOptions(Role.options)}
            value={role}
            onChange={(event) => change.ask({ role: Role.parse(event.currentTarget.value) })}
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
        <MemberMenu member={member} />
      </Table.Td>
    </Table.Tr>
  )
}
