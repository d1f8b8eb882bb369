import { Stack, Switch } from '@mantine/core'
import { Section } from '../../../ui/page/section.tsx'
import type { RulesProps } from './rules-props.ts'

const rules = [
  {
    name: 'requireTestReceipt',
    label: 'Only what was tested goes live',
    description:
      'A connection is enabled only with the receipt of an accepted test login of exactly its configuration.',
  },
  {
    name: 'requireDomainVerification',
    label: 'Only domains that are proven go live',
    description: 'The organisation shows by a TXT record in the DNS that a domain is its own.',
  },
  {
    name: 'requirePilot',
    label: 'Enforce only after a pilot',
    description: 'Someone other than the administrator has signed in through the published connection.',
  },
] as const

/** What may be gone over with a reason, and is then in the audit log. */
export function ProofRules({ policy, onChange }: RulesProps) {
  return (
    <Section title="Proof before going live" text="Each can be gone over with a reason, which the audit log keeps.">
      <Stack gap="md">
        {rules.map(({ name, label, description }) => (
          <Switch
            key={name}
            label={label}
            description={description}
            checked={policy[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </Section>
  )
}
