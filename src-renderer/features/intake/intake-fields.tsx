import { SimpleGrid, TextInput } from '@mantine/core'
import { DomainsInput } from './domains-input.tsx'
import type { IntakeForm } from './intake-form.ts'
import { ProviderPicker } from './provider-picker.tsx'

/** What the customer says first (S01). */
export function IntakeFields({ form }: { form: IntakeForm }) {
  return (
    <>
      <ProviderPicker value={form.values.provider} onChange={(provider) => form.setFieldValue('provider', provider)} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <TextInput
          label="Display name"
          description="The tile’s name in the identity provider’s launcher"
          withAsterisk
          {...form.getInputProps('displayName')}
        />
        <TextInput
          label="Application owner"
          description="Who decides on the application’s side"
          {...form.getInputProps('applicationOwner')}
        />
      </SimpleGrid>
      <DomainsInput
        value={form.values.domains}
        problem={form.errors.domains}
        onChange={(domains) => {
          form.clearFieldError('domains')
          form.setFieldValue('domains', domains)
        }}
        onBlur={() => form.validateField('domains')}
      />
    </>
  )
}
