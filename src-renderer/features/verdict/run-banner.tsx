import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { outcomeSentence } from '#shared/findings/outcome-words.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { runVerdict } from '../../lib/findings/run-verdict.ts'
import { ProblemCode } from '../../ui/states/problem-alert.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import { Sensitive } from '../../ui/values/sensitive.tsx'
import { VerdictBanner } from '../../ui/verdict-banner.tsx'
import { SaveReport } from './save-report.tsx'

/** Did it work; who signed in; what would become of them. */
export function RunBanner({ run, actions }: { run: TestRun; actions: ReactNode }) {
  const verdict = runVerdict(run)
  if (verdict === null) return null
  const identity = run.judgement?.identity ?? null
  return (
    <VerdictBanner
      {...verdict}
      aside={
        <>
          {actions}
          {run.judgement !== null && <SaveReport runId={run.id} />}
        </>
      }
    >
      {run.judgement === null && run.problem !== null && <Remedy problem={run.problem} />}
      {identity !== null && (
        <Text>
          Signed in as{' '}
          <b>
            <Sensitive kind="personal" value={identity.profile.email ?? identity.nameId} what="e-mail address" />
          </b>
          . {run.outcome !== null && outcomeSentence(run.outcome)}
        </Text>
      )}
      <Group gap={6} fz="xs">
        <span>
          Tested <RelativeTime instant={run.startedAt} />{' '}
          {run.target === 'draft' ? 'for the draft on the tenant' : 'for the application'}
        </span>
      </Group>
    </VerdictBanner>
  )
}

/** What happened is the verdict's sentence already. */
function Remedy({ problem: { remedy, code } }: { problem: Problem }) {
  return (
    <>
      <Text>{remedy}</Text>
      <ProblemCode code={code} />
    </>
  )
}
