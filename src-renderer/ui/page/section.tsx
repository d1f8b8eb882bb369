import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

interface SectionProps {
  readonly title: string
  readonly text?: ReactNode
  /** Beside the title, at its right. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}

/** A framed part of a page under a heading. */
export function Section({ title, text, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.header}>
        <div className={styles.heading}>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {text !== undefined && (
            <Text c="dimmed" fz="sm">
              {text}
            </Text>
          )}
        </div>
        {aside && <Group gap="xs">{aside}</Group>}
      </div>
      {children}
    </section>
  )
}
