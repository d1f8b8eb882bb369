import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './page.module.css'

interface PageProps {
  readonly title: string
  readonly text?: string | undefined
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A place of its own in the window, with its heading. */
export function Page({ title, text, actions, children }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <Title order={1} size="h2">
            {title}
          </Title>
          {text !== undefined && <Text c="dimmed">{text}</Text>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </header>
      {children}
    </div>
  )
}
