import { Text } from '@mantine/core'
import type { verifyAudit } from '#shared/http-api/audit.ts'
import type { AnswerOf } from '#shared/http-api/route.ts'
import { SeverityIcon } from '../../../ui/severity-icon.tsx'
import { toneClass } from '../../../ui/tone.ts'
import { CopyValue } from '../../../ui/values/copy-value.tsx'
import styles from './chain-state.module.css'

/** What following the chain through the whole log came to. */
export function ChainState({ intact, events, head, brokenAt }: AnswerOf<typeof verifyAudit>) {
  const severity = intact ? 'passed' : 'error'
  return (
    <div role="status" className={`${styles.root} ${toneClass(severity, 'filled')}`}>
      <SeverityIcon severity={severity} size={20} />
      <div className={styles.says}>
        <Text fw={500}>
          {intact
            ? `The chain holds through all ${events.toLocaleString('en')} entries.`
            : `The chain breaks at entry ${brokenAt}: it, or one before it, was changed.`}
        </Text>
        <Text fz="sm">
          Hash of the newest entry. Keep it elsewhere, and a log that was cut short is known:{' '}
          <CopyValue value={head} what="hash of the newest entry" />
        </Text>
      </div>
    </div>
  )
}
