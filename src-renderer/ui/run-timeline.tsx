import { Code, Text } from '@mantine/core'
import { visibleText } from '#shared/comparison/visible-text.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { TimelineEvent } from '#shared/model/test-run.ts'
import { duration } from '../lib/format/duration.ts'
import { keyed } from '../lib/lists/keyed.ts'
import styles from './run-timeline.module.css'
import { SeverityIcon } from './severity-icon.tsx'

const severities: Partial<Record<TimelineEvent['kind'], Severity>> = {
  caught: 'passed',
  judged: 'passed',
  'tls-error': 'error',
  'network-error': 'error',
  closed: 'not-verified',
}

/** What passed during a test login, in order. New lines are read out as they come. */
export function RunTimeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className={styles.events} aria-live="polite" aria-relevant="additions">
      {keyed(events, ({ at }) => String(at)).map(({ key, item: event }) => (
        <li key={key} className={styles.event}>
          <span className={styles.at}>{duration(event.at)}</span>
          <SeverityIcon severity={severities[event.kind] ?? 'info'} size={16} />
          <div className={styles.body}>
            <Text>{event.says}</Text>
            {event.url !== null && (
              <Code className={styles.address}>
                {[event.method, visibleText(event.url)].filter(Boolean).join(' ')}
                {event.status !== null && ` → ${event.status}`}
              </Code>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
