import type { ReactNode } from 'react'
import styles from './value-rows.module.css'

export interface ValueRow {
  readonly label: string
  /** The same thing in other words, smaller. */
  readonly alias?: string | undefined
  readonly value: ReactNode
}

/** Names and values, one pair a line. */
export function ValueRows({ rows }: { rows: readonly ValueRow[] }) {
  return (
    <dl className={styles.rows}>
      {rows.map(({ label, alias, value }) => (
        <div key={label + (alias ?? '')} className={styles.row}>
          <dt>
            <span className={styles.label}>{label}</span>
            {alias !== undefined && <span className={styles.alias}>{alias}</span>}
          </dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
