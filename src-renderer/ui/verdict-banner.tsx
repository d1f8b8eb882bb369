import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Severity } from '#shared/model/finding.ts'
import { SeverityIcon } from './severity-icon.tsx'
import { toneClass } from './tone.ts'
import styles from './verdict-banner.module.css'

interface VerdictBannerProps {
  readonly severity: Severity
  readonly word: string
  readonly sentence: string
  /** One line below it: who, when, which target. */
  readonly children?: ReactNode
  /** At its right. */
  readonly aside?: ReactNode
}

/** The first thing one sees: did it work. Screen readers hear it as soon as it is there. */
export function VerdictBanner({ severity, word, sentence, children, aside }: VerdictBannerProps) {
  return (
    <div className={`${styles.banner} ${toneClass(severity, 'filled')}`}>
      <SeverityIcon severity={severity} size={36} />
      <div className={styles.body} role="status" aria-live="polite" aria-atomic>
        <Text className={styles.word}>{word}</Text>
        <Text className={styles.sentence}>{sentence}</Text>
        {children && <div className={styles.below}>{children}</div>}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
    </div>
  )
}
