import { Stack, Text } from '@mantine/core'
import { ownerWords } from '#shared/findings/finding-words.ts'
import type { Finding } from '#shared/model/finding.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { FindingValues } from './finding-detail.tsx'
import styles from './what-to-do.module.css'

/** For each root cause: who changes what, and the value to enter. */
export function WhatToDo({ causes }: { causes: readonly Finding[] }) {
  if (causes.length === 0) return null
  return (
    <section aria-label="What to do" className={styles.list}>
      {keyed(causes, ({ code }) => code).map(({ key, item: cause }) => (
        <div key={key} className={styles.item}>
          <div className={styles.who}>
            <Text c="dimmed" fz="xs">
              Who
            </Text>
            <Text fw={500}>{ownerWords[cause.owner]}</Text>
          </div>
          <Stack gap="xs" miw={0}>
            <div>
              <Text c="dimmed" fz="xs">
                {causes.length > 1 ? `What to do about “${cause.title}”` : 'What to do'}
              </Text>
              <Text fw={500}>{cause.fix ?? cause.detail}</Text>
            </div>
            <FindingValues finding={cause} />
          </Stack>
        </div>
      ))}
    </section>
  )
}
