import { Switch, Text } from '@mantine/core'
import type { FaultId } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import styles from './fault-switches.module.css'

interface FaultListProps {
  readonly faults: readonly FaultId[]
  /** Those that are on. */
  readonly shown: readonly FaultId[]
  readonly turn: (fault: FaultId, isOn: boolean) => void
}

export function FaultList({ faults, shown, turn }: FaultListProps) {
  return (
    <div className={styles.list}>
      {faults.map((fault) => (
        <Switch
          key={fault}
          checked={shown.includes(fault)}
          onChange={(event) => turn(fault, event.currentTarget.checked)}
          label={<Text fw={500}>{faultCatalogue[fault].name}</Text>}
          description={
            <>
              <span className={styles.line}>{faultCatalogue[fault].does}</span>
              <span className={styles.line}>{faultCatalogue[fault].teaches}</span>
            </>
          }
        />
      ))}
    </div>
  )
}
