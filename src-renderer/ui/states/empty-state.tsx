import { Group, Text, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  readonly icon: Icon
  readonly title: string
  readonly text: string
  /** What can be done now. */
  readonly children?: ReactNode
}

/** Nothing is here yet: what this place is for, and the way on. */
export function EmptyState({ icon: Drawn, title, text, children }: EmptyStateProps) {
  return (
    <div className={styles.root}>
      <Drawn size={32} stroke={1.4} className={styles.icon} aria-hidden />
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text c="dimmed" maw={460} ta="center">
        {text}
      </Text>
      {children && (
        <Group mt="xs" justify="center">
          {children}
        </Group>
      )}
    </div>
  )
}
