import { Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { groupFindings } from '#shared/findings/group-findings.ts'
import type { Connection } from '#shared/model/connection.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { WhatToDo } from '../../ui/finding/what-to-do.tsx'
import { Exchanges } from './exchanges.tsx'
import { FindingsAndSource } from './findings-and-source.tsx'
import { FourSides } from './four-sides.tsx'
import { RunBanner } from './run-banner.tsx'
import { Signatures } from './signatures.tsx'
import { TimelineSection } from './timeline-section.tsx'
import { TokenSignatures } from './token-signatures.tsx'
import { WhatIfSection } from './what-if-section.tsx'

interface RunReportProps {
  readonly run: TestRun
  readonly connection: Connection
  /** Beside the verdict. */
  readonly actions: ReactNode
}

/** A run that has ended: the verdict first, then what to do, then everything else. */
export function RunReport({ run, connection, actions }: RunReportProps) {
  const decisive = decisiveCauses(run)
  const [selected, setSelected] = useState<Finding | null>(decisive[0] ?? null)
  return (
    <Stack gap="md">
      <RunBanner run={run} actions={actions} />
      <WhatToDo causes={decisive} />
      {run.openid !== null && <WhatIfSection changes={run.openid.whatIf} />}
      {run.judgement !== null && (
        <>
          <FindingsAndSource run={run} judgement={run.judgement} selected={selected} onSelect={setSelected} />
          {run.openid === null ? (
            <>
              <FourSides run={run} connection={connection} />
              <Signatures signatures={run.judgement.signatures} connection={connection} />
            </>
          ) : (
            <TokenSignatures signatures={run.openid.signatures} />
          )}
        </>
      )}
      {run.openid !== null && <Exchanges openid={run.openid} />}
      <TimelineSection run={run} />
    </Stack>
  )
}

/** What kept the response from being accepted: what is wrong, or else what could not be judged. */
function decisiveCauses({ judgement }: TestRun): Finding[] {
  if (judgement === null || judgement.verdict === 'accepted') return []
  const severity = judgement.verdict === 'rejected' ? 'error' : 'not-verified'
  return groupFindings(judgement.findings)
    .causes.map(({ cause }) => cause)
    .filter((cause) => cause.severity === severity)
}
