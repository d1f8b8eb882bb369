import { Text } from '@mantine/core'
import type { Connection } from '#shared/model/connection.ts'
import { isOutdated } from '#shared/model/step-state.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import styles from './outdated-note.module.css'

interface OutdatedNoteProps {
  readonly connection: Connection
  readonly run: TestRun
  readonly isOlder: boolean
}

/** Says when what is shown is not about the connection as it is now. */
export function OutdatedNote({ connection, run, isOlder }: OutdatedNoteProps) {
  const outdated = isOutdated(connection, run)
  if (!outdated && !isOlder) return null
  return (
    <div className={styles.note}>
      <SeverityBadge severity="not-verified">{outdated ? 'Out of date' : 'Older run'}</SeverityBadge>
      <Text fz="sm">
        {outdated
          ? 'The connection has changed since this test login. Run it again to know how it stands now.'
          : 'This is not the newest test login.'}
      </Text>
    </div>
  )
}
