import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Connection } from '#shared/model/connection.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { Section } from '../../ui/page/section.tsx'
import { fieldProblems } from '../../ui/states/field-problems.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'

interface GenerateFormProps {
  readonly connection: Connection
  readonly onGenerated: () => void
  readonly onCancel: (() => void) | undefined
}

const fields = ['entityId', 'acsUrl', 'signOutUrl'] as const

/** The application's addresses as they will be: nothing has to listen there yet. */
export function GenerateForm({ connection, onGenerated, onCancel }: GenerateFormProps) {
  const api = useApi()
  const keep = useKeepConnection()
  const { serviceProvider } = connection
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      entityId: serviceProvider?.entityId ?? '',
      acsUrl: serviceProvider?.acsUrl ?? '',
      signOutUrl: serviceProvider?.signOutUrl ?? '',
    },
  })
  const generate = useAsk(
    (values: typeof form.values) => api.serviceProvider.generate({ connectionId: connection.id, ...values }),
    (changed) => {
      keep(changed)
      onGenerated()
    },
  )
  const { errorOf, elsewhere } = fieldProblems(generate.problem, fields)
  const input = (name: (typeof fields)[number]) => ({ ...form.getInputProps(name), error: errorOf(name) })
  return (
    <Section
      title="Service provider"
      text="The application’s addresses as they will be in production. Nothing has to listen there yet: test logins are caught before they leave this computer."
    >
      <form onSubmit={form.onSubmit((values) => generate.ask(values))} noValidate>
        <Stack gap="md" align="flex-start">
          <TextInput
            label="SP entity ID"
            description="Also called audience or identifier"
            placeholder="https://app.customer.example/saml/metadata"
            withAsterisk
            w="100%"
            spellCheck={false}
            {...input('entityId')}
          />
          <TextInput
            label="ACS URL"
            description="Also called reply URL or single sign-on URL: where responses are posted to"
            placeholder="https://app.customer.example/saml/acs"
            withAsterisk
            w="100%"
            spellCheck={false}
            {...input('acsUrl')}
          />
          <TextInput
            label="Sign-out URL"
            description="If the application has one"
            w="100%"
            spellCheck={false}
            {...input('signOutUrl')}
          />
          {elsewhere && <ProblemAlert problem={elsewhere} />}
          <Group>
            <Button type="submit" loading={generate.isPending}>
              Generate key pair and metadata
            </Button>
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                Keep as it is
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
