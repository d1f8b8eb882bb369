import { Radio, Select, Stack, Switch } from '@mantine/core'
import { Provisioning } from '#shared/model/provisioning.ts'
import { roleOptions } from '../../../lib/format/role-words.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { RulesProps } from './rules-props.ts'

const { defaultRole, newAccount } = Provisioning.shape

export function AccountRules({ policy, onChange }: RulesProps) {
  return (
    <Section
      title="New people"
      text="What happens when someone signs in who has no account yet. Saved as you change it."
    >
      <Stack gap="md">
        <Switch
          label="Make an account at the first sign-in"
          description="Also called just-in-time provisioning. Off: people have to be invited. Invitations keep working beside it."
          checked={policy.jitEnabled}
          onChange={(event) => onChange({ jitEnabled: event.currentTarget.checked })}
        />
        <Switch
          label="Only while the customer has a single organisation here"
          description="People of customers with several organisations are invited."
          disabled={!policy.jitEnabled}
          checked={policy.jitSingleAccountOnly}
          onChange={(event) => onChange({ jitSingleAccountOnly: event.currentTarget.checked })}
        />
        <Select
          label="Role of a new account"
          w={240}
          allowDeselect={false}
          data={roleOptions(defaultRole.options)}
          value={policy.defaultRole}
          onChange={(role) => role !== null && onChange({ defaultRole: defaultRole.parse(role) })}
        />
        <Radio.Group
          label="Where no account is made"
          value={policy.newAccount}
          onChange={(value) => onChange({ newAccount: newAccount.parse(value) })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="refuse" label="Refuse, and say that they have to be invited" />
            <Radio value="ask" label="Ask whether to create an account" />
          </Stack>
        </Radio.Group>
      </Stack>
    </Section>
  )
}
