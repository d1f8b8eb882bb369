import { Group, Switch, Text } from '@mantine/core'
import { FaultId } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import { usePracticeIdpActions } from '../../lib/queries/practice-idp.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import styles from './fault-switches.module.css'

/** Mistakes to make on purpose, each with what it does and what it teaches. */
export function FaultSwitches({ active }: { active: readonly FaultId[] }) {
  const { setFaults } = usePracticeIdpActions()
  const shown = setFaults.asked ?? active
  const turn = (fault: FaultId, isOn: boolean) =>
    setFaults.ask(isOn ? [...shown, fault] : shown.filter((other) => other !== fault))
  return (
    <Section
      title="Mistakes on request"
      text="From the next login on. Each should produce exactly its finding."
      aside={
        active.length > 0 && (
          <SeverityBadge severity="warning">
            {active.length === 1 ? '1 is on' : `${active.length} are on`}
          </SeverityBadge>
        )
      }
    >
      <div className={styles.list}>
        {FaultId.options.map((fault) => (
          <Switch
            key={fault}
            checked={shown.includes(fault)}
            onChange={(event) => turn(fault, event.currentTarget.checked)}
            label={<Text fw={500}>{faultCatalogue[fault].name}</Text>}
            description={
              <Group component="span" gap={4}>
                <span>{faultCatalogue[fault].does}</span>
                <span>{faultCatalogue[fault].teaches}</span>
              </Group>
            }
          />
        ))}
      </div>
      {setFaults.problem && <ProblemAlert problem={setFaults.problem} />}
    </Section>
  )
}
