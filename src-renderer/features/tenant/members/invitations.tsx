import { Button, Table } from '@mantine/core'
import type { Invitation } from '#shared/http-api/invitation.ts'
import type { Severity } from '#shared/model/finding.ts'
import { roleWords } from '../../../lib/format/role-words.ts'
import { useAdminAsk, useAdminPages } from '../../../lib/queries/admin.ts'
import { ListPages } from '../../../ui/lists/list-pages.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { Sensitive } from '../../../ui/values/sensitive.tsx'

const states: Readonly<Record<Invitation['state'], { severity: Severity; word: string }>> = {
  open: { severity: 'info', word: 'Waiting' },
  accepted: { severity: 'passed', word: 'Accepted' },
  revoked: { severity: 'not-verified', word: 'Revoked' },
  expired: { severity: 'not-verified', word: 'Expired' },
}

export function Invitations() {
  const query = useAdminPages('invitations', null, (api, cursor) => api.members.invitations({ query: cursor }))
  const revoke = useAdminAsk((api, id: Invitation['id']) => api.members.revokeInvitation({ params: { id } }))
  return (
    <Section title="Invitations" text="They also wait for a first sign-in through single sign-on.">
      {revoke.problem && <ProblemAlert problem={revoke.problem} />}
      <ListPages query={query} itemsOf={({ invitations }) => invitations} none="Nobody is invited.">
        {(invitations) => (
          <ListTable label="Invitations" head={['E-mail address', 'Role', 'State', 'Expires', '']}>
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                isPending={revoke.asked === invitation.id}
                onRevoke={() => revoke.ask(invitation.id)}
              />
            ))}
          </ListTable>
        )}
      </ListPages>
    </Section>
  )
}

interface InvitationRowProps {
  readonly invitation: Invitation
  readonly isPending: boolean
  readonly onRevoke: () => void
}

function InvitationRow({ invitation: { email, role, state, expiresAt }, isPending, onRevoke }: InvitationRowProps) {
  return (
    <Table.Tr>
      <Table.Td>
        <Sensitive kind="personal" value={email} what="e-mail address" />
      </Table.Td>
      <Table.Td>{roleWords[role]}</Table.Td>
      <Table.Td>
        <SeverityBadge severity={states[state].severity}>{states[state].word}</SeverityBadge>
      </Table.Td>
      <Table.Td>{state === 'open' ? <RelativeTime instant={expiresAt} /> : null}</Table.Td>
      <Table.Td>
        {state === 'open' && (
          <Button size="compact-sm" variant="default" loading={isPending} onClick={onRevoke}>
            Revoke
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
