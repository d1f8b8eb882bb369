import { Text } from '@mantine/core'
import type { Publication } from '#shared/model/publication.ts'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { CopyValue } from '../../ui/values/copy-value.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import { ValueRows } from '../../ui/values/value-rows.tsx'
import type { Proof } from './receipt-of.ts'

/** The tested configuration's digest beside the one the backend holds: the same, or not. */
export function ConfigurationMatch({ publication, proof }: { publication: Publication; proof: Proof }) {
  return (
    <ValueRows
      rows={[
        {
          label: 'Tested configuration',
          alias: 'SHA-256 in the test’s receipt',
          value:
            proof.kind === 'none' ? (
              <Text c="dimmed">Not tested yet</Text>
            ) : (
              <>
                <CopyValue value={testedDigest(proof)} what="tested configuration’s SHA-256" />
                <Text c="dimmed" fz="xs">
                  Tested <RelativeTime instant={proof.run.startedAt} />
                </Text>
              </>
            ),
        },
        {
          label: 'Configuration on the backend',
          alias: 'SHA-256 now',
          value: (
            <>
              <CopyValue value={publication.configurationSha256} what="configuration’s SHA-256" />
              <div>
                <MatchBadge publication={publication} proof={proof} />
              </div>
            </>
          ),
        },
      ]}
    />
  )
}

const testedDigest = ({ run }: Exclude<Proof, { kind: 'none' }>) =>
  run.receipt?.configurationSha256 ?? run.configurationSha256

function MatchBadge({ publication, proof }: { publication: Publication; proof: Proof }) {
  if (proof.kind === 'matches') return <SeverityBadge severity="passed">The same, and accepted</SeverityBadge>
  if (proof.kind === 'refused') return <SeverityBadge severity="error">Tested, but not accepted</SeverityBadge>
  if (proof.kind === 'other') return <SeverityBadge severity="warning">{otherWords(publication, proof)}</SeverityBadge>
  return <SeverityBadge severity="not-verified">Not tested</SeverityBadge>
}

const otherWords = (publication: Publication, proof: Exclude<Proof, { kind: 'none' }>) =>
  testedDigest(proof) === publication.configurationSha256
    ? 'Changed on this computer since the test'
    : 'Another configuration was tested'
