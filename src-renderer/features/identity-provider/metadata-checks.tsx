import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { groupFindings } from '#shared/findings/group-findings.ts'
import { metadataVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { MetadataJudgement } from '#shared/model/judgement.ts'
import { countsOf } from '../../lib/findings/count-findings.ts'
import { BesideSource } from '../../ui/finding/beside-source.tsx'
import { FindingList } from '../../ui/finding/finding-list.tsx'
import { WhatToDo } from '../../ui/finding/what-to-do.tsx'
import { EntityUse } from '../../ui/metadata/entity-use.tsx'
import { Section } from '../../ui/page/section.tsx'
import { sourceMark } from '../../ui/source/source-mark.ts'
import { XmlSource } from '../../ui/source/xml-source.tsx'
import { VerdictBanner } from '../../ui/verdict-banner.tsx'

interface MetadataChecksProps {
  readonly judgement: MetadataJudgement
  readonly metadataXml: string | null
}

/** How the metadata was judged as it was loaded: the verdict, what to do, what would be used of it, then every check. */
export function MetadataChecks({ judgement, metadataXml }: MetadataChecksProps) {
  const [selected, setSelected] = useState<Finding | null>(null)
  const mark = useMemo(() => sourceMark(selected), [selected])
  const [isSourceOpen, { toggle }] = useDisclosure(false)
  const { word, says } = metadataVerdictWords[judgement.verdict]
  const entity = judgement.entities.find(({ roles }) => roles.includes('idp'))
  const { causes } = groupFindings(judgement.findings)
  const errors = causes.map(({ cause }) => cause).filter(({ severity }) => severity === 'error')
  const isSourceShown = metadataXml !== null && (isSourceOpen || selected?.location !== undefined)
  return (
    <>
      <VerdictBanner
        severity={judgement.verdict === 'valid' ? 'passed' : 'error'}
        word={word}
        sentence={errors[0]?.title ?? says}
      >
        <Text>{countsOf(judgement.findings)}</Text>
      </VerdictBanner>
      <WhatToDo causes={errors} />
      {entity !== undefined && <EntityUse entity={entity} />}
      <Section
        title="Checks"
        aside={
          metadataXml !== null && (
            <Group gap="xs">
              <Button variant="default" size="xs" onClick={toggle} aria-expanded={isSourceShown}>
                {isSourceOpen ? 'Hide metadata' : 'Show metadata'}
              </Button>
            </Group>
          )
        }
      >
        <BesideSource
          findings={<FindingList findings={judgement.findings} selected={selected} onSelect={setSelected} />}
          source={isSourceShown ? <XmlSource xml={metadataXml} label="Metadata" mark={mark} /> : null}
        />
      </Section>
    </>
  )
}
