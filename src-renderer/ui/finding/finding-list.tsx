import { Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Cause, type FindingGroups, groupFindings } from '#shared/findings/group-findings.ts'
import type { Finding } from '#shared/model/finding.ts'
import { FindingCard } from './finding-card.tsx'
import styles from './finding-group.module.css'
import { FindingGroup } from './finding-group.tsx'

interface FindingListProps {
  readonly findings: readonly Finding[]
  /** Its place is marked in the source. */
  readonly selected: Finding | null
  /** Given when a finding is opened, null when it is closed. */
  readonly onSelect: (finding: Finding | null) => void
}

/** Every finding, folded by root cause: causes with what follows from them, then warnings, not verified, notes, passed. */
export function FindingList({ findings, selected, onSelect }: FindingListProps) {
  const [opened, setOpened] = useState<Finding | null>(null)
  const { causes, rest } = groupFindings(findings)
  const toggle = (finding: Finding | null) => {
    setOpened(finding)
    onSelect(finding)
  }
  const cardOf = (finding: Finding) => (
    <FindingCard
      key={keyOf(finding, findings)}
      finding={finding}
      isOpen={finding === opened}
      isSelected={finding === selected}
      onToggle={() => toggle(finding === opened ? null : finding)}
    />
  )
  return (
    <Stack gap="xs">
      <Causes severity="error" title="What is wrong" causes={causes} rest={rest} cardOf={cardOf} />
      <Causes severity="warning" title="Warnings" causes={causes} rest={rest} cardOf={cardOf} />
      <Rest severity="not-verified" title="Not verified" rest={rest} cardOf={cardOf} />
      <Rest severity="info" title="Notes" rest={rest} cardOf={cardOf} />
      <Rest severity="passed" title="Passed" rest={rest} cardOf={cardOf} />
    </Stack>
  )
}

interface PartProps {
  readonly title: string
  readonly rest: FindingGroups['rest']
  readonly cardOf: (finding: Finding) => ReactNode
}

function Causes({
  severity,
  title,
  causes,
  rest,
  cardOf,
}: PartProps & { severity: 'error' | 'warning'; causes: readonly Cause[] }) {
  const own = causes.filter(({ cause }) => (cause.severity === 'error' ? 'error' : 'warning') === severity)
  const count = own.length + rest[severity].length
  if (count === 0) return null
  return (
    <FindingGroup severity={severity} title={title} count={count} isOpenAtFirst>
      {own.map(({ cause, consequences }) => (
        <div key={cause.code}>
          {cardOf(cause)}
          {consequences.length > 0 && (
            <div className={styles.consequences}>
              <span className={styles.follows}>Follows from it</span>
              {consequences.map(cardOf)}
            </div>
          )}
        </div>
      ))}
      {rest[severity].map(cardOf)}
    </FindingGroup>
  )
}

function Rest({ severity, title, rest, cardOf }: PartProps & { severity: 'not-verified' | 'info' | 'passed' }) {
  if (rest[severity].length === 0) return null
  return (
    <FindingGroup
      severity={severity}
      title={title}
      count={rest[severity].length}
      isOpenAtFirst={severity === 'not-verified'}
    >
      {rest[severity].map(cardOf)}
    </FindingGroup>
  )
}

/** Two findings may share a code. */
const keyOf = (finding: Finding, findings: readonly Finding[]) => `${finding.code}#${findings.indexOf(finding)}`
