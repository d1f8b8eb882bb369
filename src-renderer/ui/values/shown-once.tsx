import { CloseButton, Group, Text } from '@mantine/core'
import { SeverityIcon } from '../severity-icon.tsx'
import { toneClass } from '../tone.ts'
import { CopyButton } from './copy-button.tsx'
import { Sensitive } from './sensitive.tsx'
import styles from './shown-once.module.css'

interface ShownOnceProps {
  readonly title: string
  readonly secret: string
  /** Such as `API key`. */
  readonly what: string
  readonly onClose: () => void
}

/** A secret just made that cannot be read again: copied now, or made anew. */
export function ShownOnce({ title, secret, what, onClose }: ShownOnceProps) {
  return (
    <div role="status" className={`${styles.root} ${toneClass('info', 'filled')}`}>
      <SeverityIcon severity="info" size={20} />
      <div className={styles.body}>
        <Text fw={500}>{title}</Text>
        <Text fz="sm">Copy it now: it is shown this once and cannot be read again.</Text>
        <Group gap={4}>
          <Sensitive kind="secret" value={secret} what={what} />
          <CopyButton text={secret} what={what} />
        </Group>
      </div>
      <CloseButton aria-label={`Hide ${what}`} onClick={onClose} />
    </div>
  )
}
