import { visibleValue } from '#shared/comparison/visible-text.ts'
import { CopyButton } from './copy-button.tsx'
import styles from './copy-value.module.css'

/** A value that someone types elsewhere: every character shown, copied as it is. */
export function CopyValue({ value, what }: { value: string; what: string }) {
  return (
    <span className={styles.root}>
      <code className={styles.value}>{visibleValue(value)}</code>
      <CopyButton text={value} what={what} />
    </span>
  )
}
