import { Text } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { inspectedKindWords } from '#shared/findings/inspection-words.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { InspectedPart, Inspection } from '#shared/model/inspection.ts'
import type { MetadataEntity } from '#shared/model/judgement.ts'
import { errorsOf, inspectionVerdict } from '../../lib/inspection/inspection-verdict.ts'
import { BesideSource } from '../finding/beside-source.tsx'
import { FindingList } from '../finding/finding-list.tsx'
import { WhatToDo } from '../finding/what-to-do.tsx'
import { EntityUse } from '../metadata/entity-use.tsx'
import { InTurn } from '../page/in-turn.tsx'
import { Section } from '../page/section.tsx'
import { sourceMark } from '../source/source-mark.ts'
import { CertificateCard } from '../values/certificate-card.tsx'
import { VerdictBanner } from '../verdict-banner.tsx'
import { ThingSource } from './thing-source.tsx'
import { ThingValues } from './thing-values.tsx'

interface ThingReportProps {
  readonly thing: Inspection | InspectedPart
  readonly actions: ReactNode
}

/** One thing: what it is and comes to, what to do, what it holds, every finding with its place. */
export function ThingReport({ thing, actions }: ThingReportProps) {
  const errors = errorsOf(thing)
  const used = onlyEntity(thing)
  const [selected, setSelected] = useState<Finding | null>(errors[0] ?? null)
  // Whole and part are on one page: their sections have names of their own.
  const inPlace = 'place' in thing ? `, ${thing.place}` : ''
  const mark = useMemo(() => sourceMark(selected), [selected])
  return (
    <InTurn>
      <VerdictBanner {...inspectionVerdict(thing)} aside={actions}>
        <Text>{'place' in thing ? thing.place : inspectedKindWords[thing.kind].says}</Text>
      </VerdictBanner>
      <WhatToDo causes={errors} />
      {used !== undefined && <EntityUse entity={used} inPlace={inPlace} />}
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
          <BesideSource
            findings={
              thing.findings.length > 0 ? (
                <FindingList findings={thing.findings} selected={selected} onSelect={setSelected} />
              ) : null
            }
            source={
              thing.text === null ? null : (
                <ThingSource text={thing.text} label={inspectedKindWords[thing.kind].name} mark={mark} />
              )
            }
          />
        </Section>
      )}
    </InTurn>
  )
}

/** Of many nobody asks what one of them would be used for. */
function onlyEntity({ judgement }: Inspection | InspectedPart): MetadataEntity | undefined {
  const entities = judgement?.by === 'metadata' ? judgement.entities : []
  return entities.length === 1 ? entities[0] : undefined
}
