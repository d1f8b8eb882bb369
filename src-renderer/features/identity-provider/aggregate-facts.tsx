import { Anchor, Group, Text } from '@mantine/core'
import { useState } from 'react'
import {
  type SignatureStanding,
  signatureFindings,
  signatureStanding,
  signatureStandingWords,
} from '#shared/findings/signature-standing.ts'
import type { AggregateJudgement } from '#shared/model/aggregate.ts'
import type { Severity } from '#shared/model/finding.ts'
import { useNow } from '../../lib/format/clock.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import { type ValueRow, ValueRows } from '../../ui/values/value-rows.tsx'
import { VerifyAggregate } from './verify-aggregate.tsx'

const looks: Readonly<Record<SignatureStanding, Severity>> = {
  trusted: 'passed',
  embedded: 'not-verified',
  unsigned: 'not-verified',
  refuted: 'error',
  'not-verified': 'not-verified',
}

/** What a federation says of the whole, and whether it vouches for it with a key that was given from elsewhere. */
export function AggregateFacts({ judgement }: { judgement: AggregateJudgement }) {
  const [findings, setFindings] = useState(() => signatureFindings(judgement.findings))
  const [isVerifying, setVerifying] = useState(false)
  const standing = signatureStanding(findings)
  const { word } = signatureStandingWords[standing]
  const rows: ValueRow[] = [
    ...(judgement.name === null ? [] : [{ label: 'Federation', value: judgement.name }]),
    { label: 'Entities', value: <Entities judgement={judgement} /> },
    { label: 'Valid until', value: <Validity judgement={judgement} /> },
    {
      label: 'Signature',
      value: (
        <>
          <SeverityBadge severity={looks[standing]}>{word}</SeverityBadge>
          {findings.map(({ code, title }) => (
            <Text key={code} fz="sm" mt={2}>
              {title}
            </Text>
          ))}
          {standing !== 'unsigned' && !isVerifying && (
            <Anchor component="button" type="button" fz="sm" onClick={() => setVerifying(true)}>
              {standing === 'trusted' ? 'Verify with another certificate' : 'Verify with the federation’s certificate'}
            </Anchor>
          )}
        </>
      ),
    },
  ]
  return (
    <>
      <ValueRows rows={rows} />
      {isVerifying && (
        <VerifyAggregate
          onVerified={(found) => {
            setFindings(found)
            setVerifying(false)
          }}
          onCancel={() => setVerifying(false)}
        />
      )}
    </>
  )
}

function Validity({ judgement: { validUntil, cacheDuration } }: { judgement: AggregateJudgement }) {
  const now = useNow()
  if (validUntil === null) return <Text c="dimmed">No end is set</Text>
  const end = Date.parse(validUntil)
  return (
    <>
      {validUntil}{' '}
      {end < now.getTime() ? (
        <SeverityBadge severity="error">
          expired <RelativeTime instant={validUntil} />
        </SeverityBadge>
      ) : (
        !Number.isNaN(end) && (
          <>
            (<RelativeTime instant={validUntil} />)
          </>
        )
      )}
      {cacheDuration !== null && <Text fz="sm">To be loaded again after {cacheDuration}</Text>}
    </>
  )
}

/** The most frequent faults first: of thousands nobody reads each. */
const MOST_COUNTS = 3

function Entities({ judgement: { entities, counts } }: { judgement: AggregateJudgement }) {
  const many = (count: number) => count.toLocaleString('en')
  const invalid = entities.filter(({ verdict }) => verdict === 'invalid').length
  return (
    <>
      {many(entities.length)}
      {invalid > 0 && `, ${many(invalid)} of them invalid`}
      {counts.slice(0, MOST_COUNTS).map(({ code, severity, title, entities: count }) => (
        <Group key={code} gap={6} wrap="nowrap" align="center" fz="sm">
          <SeverityIcon severity={severity} size={15} />
          <span>
            {many(count)} × {title}
          </span>
        </Group>
      ))}
    </>
  )
}
