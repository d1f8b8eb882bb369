import { Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import type { Severity } from '#shared/model/finding.ts'
import { SeverityIcon } from '../severity-icon.tsx'
import { toneClass } from '../tone.ts'
import styles from './finding-group.module.css'

interface FindingGroupProps {
  readonly severity: Severity
  readonly title: string
  readonly count: number
  readonly isOpenAtFirst: boolean
  readonly children: ReactNode
}

/** Findings of one kind under one line with their number. */
export function FindingGroup({ severity, title, count, isOpenAtFirst, children }: FindingGroupProps) {
  const [isOpen, { toggle }] = useDisclosure(isOpenAtFirst)
  const id = useId()
  return (
    <div className={styles.group}>
      <UnstyledButton
        className={`${styles.line} ${toneClass(severity, 'filled')}`}
        onClick={toggle}
        aria-expanded={isOpen}
        aria-controls={id}
      >
        <SeverityIcon severity={severity} />
        <Text span fw={600} flex={1}>
          {title}
        </Text>
        <Text span fz="xs" fw={600}>
          {count}
        </Text>
        <IconChevronRight size={16} className={styles.chevron} data-open={isOpen || undefined} aria-hidden />
      </UnstyledButton>
      {isOpen && (
        <div id={id} className={styles.body}>
          {children}
        </div>
      )}
    </div>
  )
}
