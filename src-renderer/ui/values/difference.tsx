import { markDifference, type Piece } from '#shared/comparison/mark-difference.ts'
import { CopyButton } from './copy-button.tsx'
import styles from './difference.module.css'
import { MarkedText } from './marked-text.tsx'

/** Two values side by side, the characters that differ marked by more than colour. */
export function Difference({ expected, actual }: { expected: string; actual: string }) {
  const marked = markDifference(expected, actual)
  return (
    <dl className={styles.sides}>
      <Side title="Expected" text={expected} pieces={marked.expected} />
      <Side title="Received" text={actual} pieces={marked.actual} />
    </dl>
  )
}

function Side({ title, text, pieces }: { title: string; text: string; pieces: readonly Piece[] }) {
  return (
    <div className={styles.side}>
      <dt className={styles.title}>
        {title}
        <CopyButton text={text} what={`${title.toLowerCase()} value`} />
      </dt>
      <dd className={styles.value}>
        {text === '' ? <span className={styles.empty}>nothing</span> : <MarkedText pieces={pieces} />}
      </dd>
    </div>
  )
}
