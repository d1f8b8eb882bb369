import { Text, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { severityWords } from '#shared/findings/finding-words.ts'
import type { Finding } from '#shared/model/finding.ts'
import { SeverityIcon } from '../severity-icon.tsx'
import styles from './finding-card.module.css'
import { FindingDetail } from './finding-detail.tsx'

export interface FindingCardProps {
  readonly finding: Finding
  readonly isOpen: boolean
  /** Its place is marked in the source beside it. */
  readonly isSelected: boolean
  readonly onToggle: () => void
}

/** One line that opens: what was found, then all there is to say about it. */
export function FindingCard({ finding, isOpen, isSelected, onToggle }: FindingCardProps) {
  const id = useId()
  return (
    <div className={styles.card} data-open={isOpen || undefined} data-selected={isSelected || undefined}>
      <UnstyledButton className={styles.line} onClick={onToggle} aria-expanded={isOpen} aria-controls={id}>
        <SeverityIcon severity={finding.severity} />
        <span className={styles.title}>
          <span className={styles.spoken}>{severityWords[finding.severity]}: </span>
          {finding.title}
          {finding.unverified && (
            <Text span c="dimmed" fz="xs">
              {' '}
              Read from an unsigned part.
            </Text>
          )}
        </span>
        <IconChevronRight size={16} className={styles.chevron} aria-hidden />
      </UnstyledButton>
      {isOpen && (
        <div id={id} className={styles.detail}>
          <FindingDetail finding={finding} />
        </div>
      )}
    </div>
  )
}
