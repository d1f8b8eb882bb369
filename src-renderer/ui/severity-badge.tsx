import type { ReactNode } from 'react'
import { severityWords } from '#shared/findings/finding-words.ts'
import type { Severity } from '#shared/model/finding.ts'
import styles from './severity-badge.module.css'
import { SeverityIcon } from './severity-icon.tsx'
import { toneClass } from './tone.ts'

/** Icon and word in the severity's colours. */
export function SeverityBadge({ severity, children }: { severity: Severity; children?: ReactNode }) {
  return (
    <span className={`${styles.badge} ${toneClass(severity, 'filled')}`}>
      <SeverityIcon severity={severity} size={14} />
      {children ?? severityWords[severity]}
    </span>
  )
}
