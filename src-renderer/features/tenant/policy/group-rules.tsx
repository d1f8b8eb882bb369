import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { GroupRole, GroupSync } from '#shared/model/provisioning.ts'
import { roleOptions } from '../../../lib/format/role-words.ts'
import { keyed } from '../../../lib/lists/keyed.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { RulesProps } from './rules-props.ts'

const { role } = GroupRole.shape
const syncs = [
  { value: 'never', label: 'Never' },
  { value: 'first-sign-in', label: 'At the first sign-in' },
  { value: 'every-sign-in', label: 'At every sign-in' },
]

/** Rows are kept when asked to: half a group name must decide nobody’s role. */
export function GroupRules({ policy, onChange }: RulesProps) {
  const [rows, setRows] = useState<GroupRole[]>([...policy.groupRoles])
  const isSame = JSON.stringify(rows) === JSON.stringify(policy.groupRoles)
  const change = (index: number, changes: Partial<GroupRole>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)))
  return (
    <Section
      title="Roles by group"
      text="Groups that arrive with a sign-in decide the role. Nobody becomes an owner this way. The highest role wins."
    >
      <Select
        label="When groups decide"
        w={240}
        allowDeselect={false}
        data={syncs}
        value={policy.groupSync}
        onChange={(value) => value !== null && onChange({ groupSync: GroupSync.parse(value) })}
      />
      <Stack gap="xs">
        {keyed(rows, () => 'row').map(({ key, item }, index) => (
          <Group key={key} gap="xs" wrap="nowrap">
            <TextInput
              aria-label={`Group ${index + 1}`}
              placeholder="Name or ID, exactly as it arrives"
              flex={1}
              maw={420}
              spellCheck={false}
              value={item.group}
              onChange={(event) => change(index, { group: event.currentTarget.value })}
            />
            <Select
              aria-label={`Role of group ${index + 1}`}
              w={140}
              allowDeselect={false}
              data={roleOptions(role.options)}
              value={item.role}
              onChange={(value) => value !== null && change(index, { role: role.parse(value) })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove group ${index + 1}`}
              onClick={() => setRows(rows.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setRows([...rows, { group: '', role: 'member' }])}
          >
            Add group
          </Button>
          <Button
            size="xs"
            disabled={isSame || rows.some(({ group }) => group.trim() === '')}
            onClick={() => onChange({ groupRoles: rows })}
          >
            Save groups
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}
