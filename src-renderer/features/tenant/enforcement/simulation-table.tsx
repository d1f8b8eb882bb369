import { Table, Text } from '@mantine/core'
import type { SimulatedSignIn } from '#shared/http-api/enforcement.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { Outcome } from '#shared/model/outcome.ts'
import { roleWords } from '../../../lib/format/role-words.ts'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { Sensitive } from '../../../ui/values/sensitive.tsx'

const ways: Readonly<Record<SimulatedSignIn['way'], { severity: Severity; word: string }>> = {
  'locked-out': { severity: 'error', word: 'Locked out' },
  'single-sign-on': { severity: 'passed', word: 'Single sign-on' },
  other: { severity: 'info', word: 'As before' },
}

/** Those who are locked out first, as the backend orders them. */
export function SimulationTable({ signIns, members }: { signIns: readonly SimulatedSignIn[]; members: number }) {
  if (signIns.length === 0) return null
  return (
    <>
      <ListTable label="Who could sign in" head={['E-mail address', 'Role', 'Way in', 'Because']}>
        {signIns.map((signIn) => (
          <Table.Tr key={signIn.userId}>
            <Table.Td>
              <Sensitive kind="personal" value={signIn.email} what="e-mail address" />
            </Table.Td>
            <Table.Td>{roleWords[signIn.role]}</Table.Td>
            <Table.Td>
              <SeverityBadge severity={ways[signIn.way].severity}>{ways[signIn.way].word}</SeverityBadge>
            </Table.Td>
            <Table.Td>{becauseOf(signIn)}</Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      {signIns.length < members && (
        <Text c="dimmed" fz="sm">
          The first {signIns.length} of {members.toLocaleString('en')} members.
        </Text>
      )}
    </>
  )
}

type Refusal = Extract<Outcome, { kind: 'refused' }>['because']

const refusals: Readonly<Record<Refusal, string>> = {
  'email-missing': 'The account has no e-mail address.',
  'email-outside-domains': 'No active connection serves this e-mail domain.',
  'no-account': 'No account is made at sign-in.',
  'invite-needed': 'The invitation has expired or was withdrawn.',
  'single-account': 'No account is made at sign-in for people of other organisations.',
  deactivated: 'The account is deactivated.',
  removed: 'The account was removed.',
}

function becauseOf({ way, outcome, proven }: SimulatedSignIn): string {
  if (way === 'other') return 'No connection serves this e-mail domain, so nothing changes.'
  if (outcome?.kind === 'refused') return refusals[outcome.because]
  return proven ? 'Has signed in through the connection before.' : 'Has not signed in through the connection yet.'
}
