import { useState } from 'react'
import type { Finding } from '#shared/model/finding.ts'
import { FindingList } from '../../ui/finding/finding-list.tsx'
import { Section } from '../../ui/page/section.tsx'

/** What was found about claims that is not simply well. */
export function ClaimFindings({ findings }: { findings: readonly Finding[] }) {
  const [selected, setSelected] = useState<Finding | null>(null)
  const own = findings.filter(isAboutClaims)
  if (own.length === 0) return null
  return (
    <Section title="What was found about claims">
      <FindingList findings={own} selected={selected} onSelect={setSelected} />
    </Section>
  )
}

const isAboutClaims = ({ code, severity }: Finding) =>
  severity !== 'passed' && /^(?:saml\.claim\.|saml\.attributes|oidc\.claim\.)/.test(code)
