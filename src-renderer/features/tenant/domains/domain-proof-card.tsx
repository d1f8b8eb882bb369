import { Button, Collapse, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { DomainProof, listDomains } from '#shared/http-api/domain.ts'
import type { AnswerOf } from '#shared/http-api/route.ts'
import type { Severity } from '#shared/model/finding.ts'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { CopyValue } from '../../../ui/values/copy-value.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { ValueRows } from '../../../ui/values/value-rows.tsx'
import styles from './domain-proof-card.module.css'

type ProvenDomain = AnswerOf<typeof listDomains>['domains'][number]

const states: Readonly<Record<DomainProof['state'], { severity: Severity; word: string }>> = {
  verified: { severity: 'passed', word: 'Proven' },
  pending: { severity: 'not-verified', word: 'Not proven' },
  lost: { severity: 'warning', word: 'The record is gone' },
}

/** One domain with the record that proves it: in front until it is there, folded away after. */
export function DomainProofCard({ proof }: { proof: ProvenDomain }) {
  const [isAskedFor, { toggle }] = useDisclosure(false)
  const { domain, state, record, checkedAt, problem, connectionId } = proof
  const verify = useAdminAsk((api, id: NonNullable<typeof connectionId>) => api.domains.verify({ params: { id } }))
  const isOpen = state !== 'verified' || isAskedFor
  return (
    <div className={styles.card}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={500} className={styles.name}>
            {domain}
          </Text>
          <SeverityBadge severity={states[state].severity}>{states[state].word}</SeverityBadge>
        </Group>
        <Group gap="xs">
          {state === 'verified' && (
            <Button variant="default" size="xs" aria-expanded={isOpen} onClick={toggle}>
              {isOpen ? 'Hide record' : 'Show record'}
            </Button>
          )}
          {connectionId !== null && (
            <Button
              variant="default"
              size="xs"
              aria-label={`Look for it now: ${domain}`}
              loading={verify.isPending}
              onClick={() => verify.ask(connectionId)}
            >
              Look for it now
            </Button>
          )}
        </Group>
      </Group>
      <Collapse expanded={isOpen} keepMounted={false}>
        <ValueRows
          rows={[
            { label: 'Type', value: record.type },
            { label: 'Name', alias: 'Host', value: <CopyValue value={record.name} what={`name for ${domain}`} /> },
            {
              label: 'Value',
              alias: 'Content',
              value: <CopyValue value={record.value} what={`value for ${domain}`} />,
            },
          ]}
        />
      </Collapse>
      <Text fz="sm" c="dimmed" role="status">
        {checkedAt === null ? (
          'Not looked for yet.'
        ) : (
          <>
            {problem ?? 'The record was found.'} Looked for <RelativeTime instant={checkedAt} />.
          </>
        )}
      </Text>
      {verify.problem && <ProblemAlert problem={verify.problem} />}
    </div>
  )
}
