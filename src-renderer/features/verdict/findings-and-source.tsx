import { Button } from '@mantine/core'
import { IconCode } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Finding } from '#shared/model/finding.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { BesideSource } from '../../ui/finding/beside-source.tsx'
import { FindingList } from '../../ui/finding/finding-list.tsx'
import { Section } from '../../ui/page/section.tsx'
import { sourceMark } from '../../ui/source/source-mark.ts'
import { MessageSource } from './message-source.tsx'
import { OpenidSource, partOf, textsOf } from './openid-source.tsx'

interface FindingsAndSourceProps {
  readonly run: TestRun
  readonly judgement: ResponseJudgement
  readonly selected: Finding | null
  readonly onSelect: (finding: Finding | null) => void
}

/** Every finding, and the message beside them once a finding points into it or someone asks for it. */
export function FindingsAndSource({ run, judgement, selected, onSelect }: FindingsAndSourceProps) {
  const [isAskedFor, setAskedFor] = useState(false)
  const mark = useMemo(() => sourceMark(selected), [selected])
  const pointsIntoToken = run.openid !== null && partOf(selected, textsOf(run.openid)) !== null
  const isShown = isAskedFor || mark !== null || pointsIntoToken
  return (
    <Section
      title="Findings"
      aside={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCode size={15} aria-hidden />}
          aria-expanded={isShown}
          onClick={() => {
            setAskedFor(!isShown)
            if (isShown && (mark !== null || pointsIntoToken)) onSelect(null)
          }}
        >
          {isShown ? 'Hide messages' : 'Show messages'}
        </Button>
      }
    >
      <BesideSource
        findings={<FindingList findings={judgement.findings} selected={selected} onSelect={onSelect} />}
        source={isShown ? sourceOf(run, mark, selected) : null}
      />
    </Section>
  )
}

const sourceOf = (run: TestRun, mark: ReturnType<typeof sourceMark>, selected: Finding | null) =>
  run.openid === null ? (
    <MessageSource run={run} mark={mark} />
  ) : (
    <OpenidSource openid={run.openid} selected={selected} />
  )
