import { Stack, Text } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { inspectedKindWords } from '#shared/findings/inspection-words.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { InspectedPart, Inspection } from '#shared/model/inspection.ts'
import { errorsOf, inspectionVerdict } from '../../lib/inspection/inspection-verdict.ts'
import { FindingList } from '../../ui/finding/finding-list.tsx'
import { WhatToDo } from '../../ui/finding/what-to-do.tsx'
import { Section } from '../../ui/page/section.tsx'
import { sourceMark } from '../../ui/source/source-mark.ts'
import { CertificateCard } from '../../ui/values/certificate-card.tsx'
import { VerdictBanner } from '../../ui/verdict-banner.tsx'
import styles from './thing-report.module.css'
import { ThingSource } from './thing-source.tsx'
import { ThingValues } from './thing-values.tsx'

interface ThingReportProps {
  readonly thing: Inspection | InspectedPart
  readonly actions: ReactNode
}

/** One thing: what it is and comes to, what to do, what it holds, every finding with its place. */
export function ThingReport({ thing, actions }: ThingReportProps) {
  const errors = errorsOf(thing)
  const [selected, setSelected] = useState<Finding | null>(errors[0] ?? null)
  // Whole and part are on one page: their sections have names of their own.
  const inPlace = 'place' in thing ? `, ${thing.place}` : ''
  const mark = useMemo(() => sourceMark(selected), [selected])
  return (
    <Stack gap="md">
      <VerdictBanner {...inspectionVerdict(thing)} aside={actions}>
        <Text>{'place' in thing ? thing.place : inspectedKindWords[thing.kind].says}</Text>
      </VerdictBanner>
      <WhatToDo causes={errors} />
      <ThingValues thing={thing} inPlace={inPlace} />
      {thing.certificates.length > 0 && (
        <Section title={`${thing.certificates.length === 1 ? 'Certificate' : 'Certificates'}${inPlace}`}>
          {thing.certificates.map((certificate) => (
            <CertificateCard key={certificate.sha256} certificate={certificate} />
          ))}
        </Section>
      )}
      {(thing.findings.length > 0 || thing.text !== null) && (
        <Section title={`${thing.findings.length > 0 ? 'Findings' : 'Decoded'}${inPlace}`}>
          <div className={styles.columns} data-split={(thing.text !== null && thing.findings.length > 0) || undefined}>
            {thing.findings.length > 0 && (
              <FindingList findings={thing.findings} selected={selected} onSelect={setSelected} />
            )}
            {thing.text !== null && (
              <div className={styles.source}>
                <ThingSource text={thing.text} label={inspectedKindWords[thing.kind].name} mark={mark} />
              </div>
            )}
          </div>
        </Section>
      )}
    </Stack>
  )
}
