import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { groupFindings } from '#shared/findings/group-findings.ts'
import { discoveryVerdictWords } from '#shared/findings/verdict-words.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { LoadedOpenidProvider } from '#shared/model/openid-side.ts'
import { countsOf } from '../../lib/findings/count-findings.ts'
import { BesideSource } from '../../ui/finding/beside-source.tsx'
import { FindingList } from '../../ui/finding/finding-list.tsx'
import { WhatToDo } from '../../ui/finding/what-to-do.tsx'
import { Section } from '../../ui/page/section.tsx'
import { PlainSource } from '../../ui/source/plain-source.tsx'
import { VerdictBanner } from '../../ui/verdict-banner.tsx'

/** How the provider's description was judged as it was loaded: the verdict, then what to do, then every check. */
export function DiscoveryChecks({ provider }: { provider: LoadedOpenidProvider }) {
  const { judgement, discoveryJson, jwksJson } = provider
  const [selected, setSelected] = useState<Finding | null>(null)
  const [isSourceShown, { toggle }] = useDisclosure(false)
  const { word, says } = discoveryVerdictWords[judgement.verdict]
  const causes = groupFindings(judgement.findings)
    .causes.map(({ cause }) => cause)
    .filter(({ severity }) => severity === 'error')
  const isOfKeys = selected?.location?.document === 'jwks'
  const text = isOfKeys && jwksJson !== null ? jwksJson : discoveryJson
  return (
    <>
      <VerdictBanner
        severity={judgement.verdict === 'valid' ? 'passed' : 'error'}
        word={word}
        sentence={causes[0]?.title ?? says}
      >
        <Text>{countsOf(judgement.findings)}</Text>
      </VerdictBanner>
      <WhatToDo causes={causes} />
      <Section
        title="Checks"
        aside={
          <Button variant="default" size="xs" onClick={toggle} aria-expanded={isSourceShown}>
            {isSourceShown ? 'Hide documents' : 'Show documents'}
          </Button>
        }
      >
        <BesideSource
          findings={<FindingList findings={judgement.findings} selected={selected} onSelect={setSelected} />}
          source={
            isSourceShown ? (
              <PlainSource text={pretty(text)} language="json" label={isOfKeys ? 'Key set' : 'Discovery document'} />
            ) : null
          }
        />
      </Section>
    </>
  )
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
