import type { ReactNode } from 'react'
import { InTurn } from '../page/in-turn.tsx'
import styles from './beside-source.module.css'

interface BesideSourceProps {
  /** Null where nothing was found. */
  readonly findings: ReactNode | null
  /** Null while it is not shown. */
  readonly source: ReactNode | null
}

/** Findings, and the text they point into beside them where the window is wide enough. */
export function BesideSource({ findings, source }: BesideSourceProps) {
  return (
    <div className={styles.columns} data-split={(findings !== null && source !== null) || undefined}>
      <InTurn>
        {findings !== null && <div key="findings">{findings}</div>}
        {source !== null && (
          <div key="source" className={styles.source}>
            {source}
          </div>
        )}
      </InTurn>
    </div>
  )
}
