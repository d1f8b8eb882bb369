import type { Piece } from '#shared/comparison/mark-difference.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import styles from './difference.module.css'

/** A value whose differing characters are marked by more than colour. */
export function MarkedText({ pieces }: { pieces: readonly Piece[] }) {
  return keyed(pieces, ({ text }) => text).map(({ key, item: { text, differs } }) =>
    differs ? (
      <mark key={key} className={styles.differs}>
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    ),
  )
}
