import { Accordion, Group, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { FaultId } from '#shared/model/practice-idp.ts'
import { usePracticeIdpActions } from '../../lib/queries/practice-idp.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { faultGroups, faultsThatSay } from './fault-groups.ts'
import { FaultList } from './fault-list.tsx'

/** Mistakes to make on purpose, each with what it does and what it teaches. */
export function FaultSwitches({ active }: { active: readonly FaultId[] }) {
  const { setFaults } = usePracticeIdpActions()
  const [wanted, setWanted] = useState('')
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
      <TextInput
        type="search"
        aria-label="Find a mistake"
        placeholder="Find a mistake"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {wanted.trim() === '' ? (
        <FaultGroups shown={shown} turn={turn} />
      ) : (
        <FoundFaults wanted={wanted} shown={shown} turn={turn} />
      )}
      {setFaults.problem && <ProblemAlert problem={setFaults.problem} />}
    </Section>
  )
}

interface Switching {
  readonly shown: readonly FaultId[]
  readonly turn: (fault: FaultId, isOn: boolean) => void
}

function FoundFaults({ wanted, shown, turn }: Switching & { wanted: string }) {
  const found = faultsThatSay(wanted)
  if (found.length === 0) return <Text c="dimmed">No mistake says that.</Text>
  return <FaultList faults={found} shown={shown} turn={turn} />
}

/** Those with something switched on are open to begin with. */
function FaultGroups({ shown, turn }: Switching) {
  const onIn = (faults: readonly FaultId[]) => faults.filter((fault) => shown.includes(fault)).length
  const [open, setOpen] = useState<string[]>(() =>
    faultGroups.filter(({ faults }) => onIn(faults) > 0).map(({ group }) => group),
  )
  return (
    <Accordion multiple value={open} onChange={setOpen} order={3}>
      {faultGroups.map(({ group, title, faults }) => (
        <Accordion.Item key={group} value={group}>
          <Accordion.Control>
            <Group gap="xs">
              <span>{title}</span>
              <Text component="span" c="dimmed" fz="sm">
                {faults.length}
              </Text>
              {onIn(faults) > 0 && <SeverityBadge severity="warning">{onIn(faults)} on</SeverityBadge>}
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            {open.includes(group) && <FaultList faults={faults} shown={shown} turn={turn} />}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
}
