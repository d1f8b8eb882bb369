import { SimpleGrid, TextInput } from '@mantine/core'
import { DomainsInput } from './domains-input.tsx'
import type { IntakeForm } from './intake-form.ts'
import { ProtocolChoice } from './protocol-choice.tsx'
import { ProviderPicker, speaks } from './provider-picker.tsx'

/** What the customer says first (S01). */
export function IntakeFields({ form }: { form: IntakeForm }) {
  return (
    <>
      <ProtocolChoice
        value={form.values.protocol}
        onChange={(protocol) => {
          form.setFieldValue('protocol', protocol)
          if (!speaks(form.values.provider, protocol))
            form.setFieldValue('provider', protocol === 'oidc' ? 'generic-oidc' : 'custom-saml')
        }}
      />
      <ProviderPicker
        value={form.values.provider}
        protocol={form.values.protocol}
        onChange={(provider) => form.setFieldValue('provider', provider)}
      />
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
