import { Button, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { ApiKey } from '#shared/http-api/api-key.ts'
import type { Severity } from '#shared/model/finding.ts'
import { danger } from '../../../ui/danger.ts'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { scopeWords } from './scope-words.ts'

const states: Readonly<Record<ApiKey['state'], { severity: Severity; word: string }>> = {
  active: { severity: 'passed', word: 'Active' },
  expired: { severity: 'not-verified', word: 'Expired' },
  revoked: { severity: 'not-verified', word: 'Revoked' },
}

interface ApiKeyRowProps {
  readonly apiKey: ApiKey
  readonly isOwn: boolean
  readonly isPending: boolean
  readonly onRevoke: () => void
}

export function ApiKeyRow({ apiKey, isOwn, isPending, onRevoke }: ApiKeyRowProps) {
  const { name, scopes, state, lastUsedAt, expiresAt } = apiKey
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {isOwn && (
          <Text c="dimmed" fz="xs">
            Used by this app
          </Text>
        )}
      </Table.Td>
      <Table.Td>{scopes.map((scope) => scopeWords[scope].label).join(', ')}</Table.Td>
      <Table.Td>
        <SeverityBadge severity={states[state].severity}>{states[state].word}</SeverityBadge>
      </Table.Td>
      <Table.Td>{lastUsedAt === null ? <Text c="dimmed">never</Text> : <RelativeTime instant={lastUsedAt} />}</Table.Td>
      <Table.Td>{expiresAt === null ? <Text c="dimmed">never</Text> : <RelativeTime instant={expiresAt} />}</Table.Td>
      <Table.Td>
        {state === 'active' && !isOwn && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Revoke ${name}`}
            loading={isPending}
            onClick={() => confirmRevoking(name, onRevoke)}
          >
            Revoke
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

/** Asked first: a revoked key cannot be brought back. */
function confirmRevoking(name: string, onConfirm: () => void): void {
  modals.openConfirmModal({
    title: `Revoke “${name}”?`,
    children: <Text>Whatever uses this key is refused from its next request on. It cannot be brought back.</Text>,
    labels: { confirm: 'Revoke API key', cancel: 'Cancel' },
    confirmProps: { color: danger },
    onConfirm,
  })
}
