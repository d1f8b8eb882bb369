import { Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Cause, groupFindings } from '#shared/findings/group-findings.ts'
import type { Finding, Severity } from '#shared/model/finding.ts'
import { type Keyed, keyed } from '../../lib/lists/keyed.ts'
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

/** In the order in which they are read; what went well and what is only worth knowing stays folded. */
const groups: readonly (readonly [severity: Severity, title: string, isOpenAtFirst: boolean])[] = [
  ['error', 'What is wrong', true],
  ['warning', 'Warnings', true],
  ['not-verified', 'Not verified', true],
  ['info', 'Notes', false],
  ['passed', 'Passed', false],
]

/** Every finding, folded by root cause: each cause with what follows from it, then those that stand for themselves. */
export function FindingList({ findings, selected, onSelect }: FindingListProps) {
  const [opened, setOpened] = useState<Finding | null>(null)
  const { causes, rest } = groupFindings(findings)
  const toggle = (finding: Finding | null) => {
    setOpened(finding)
    onSelect(finding)
  }
  const draw = ({ key, item }: Keyed<Finding>) => (
    <FindingCard
      key={key}
      finding={item}
      isOpen={item === opened}
      isSelected={item === selected}
      onToggle={() => toggle(item === opened ? null : item)}
    />
  )
  return (
    <Stack gap="xs">
      {groups.map(([severity, title, isOpenAtFirst]) => {
        const own = causes.filter(({ cause }) => cause.severity === severity)
        const count = own.length + rest[severity].length
        return (
          count > 0 && (
            <FindingGroup key={severity} severity={severity} title={title} count={count} isOpenAtFirst={isOpenAtFirst}>
              {keyed(own, ({ cause }) => cause.code).map(({ key, item }) => (
                <CauseWithConsequences key={key} cause={item} draw={draw} />
              ))}
              {keyed(rest[severity], ({ code }) => code).map(draw)}
            </FindingGroup>
          )
        )
      })}
    </Stack>
  )
}

interface CauseWithConsequencesProps {
  readonly cause: Cause
  readonly draw: (finding: Keyed<Finding>) => ReactNode
}

function CauseWithConsequences({ cause: { cause, consequences }, draw }: CauseWithConsequencesProps) {
  return (
    <div>
      {draw({ key: cause.code, item: cause })}
      {consequences.length > 0 && (
        <div className={styles.consequences}>
          <span className={styles.follows}>Follows from it</span>
          {keyed(consequences, ({ code }) => code).map(draw)}
        </div>
      )}
    </div>
  )
}
