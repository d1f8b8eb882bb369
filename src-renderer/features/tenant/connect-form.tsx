import { Anchor, Button, Collapse, Group, PasswordInput, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useConnectTenant } from '../../lib/queries/tenant.ts'
import { Section } from '../../ui/page/section.tsx'
import { fieldProblems } from '../../ui/states/field-problems.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'

/** Address and key of a backend elsewhere. The key goes to main once, is tried there and sealed. */
export function ConnectForm({ onDone }: { onDone: () => void }) {
  const [isOwnAuthority, { toggle }] = useDisclosure(false)
  const form = useForm({ initialValues: { url: '', apiKey: '', certificateAuthority: '' } })
  const connect = useConnectTenant(onDone)
  const { errorOf, elsewhere } = fieldProblems(connect.problem, ['url', 'apiKey', 'certificateAuthority'])
  const input = (name: keyof typeof form.values) => ({ ...form.getInputProps(name), error: errorOf(name) })
  return (
    <Section
      title="Connect to a tenant backend elsewhere"
      text="Connections are then published there. The API key is tried now and sealed on this computer."
    >
      <form onSubmit={form.onSubmit((values) => connect.ask(values))} noValidate>
        <Stack gap="md" align="flex-start">
          <TextInput
            label="Address"
            description="As the backend prints it when it starts"
            placeholder="https://sso.example.com"
            withAsterisk
            w="100%"
            spellCheck={false}
            data-autofocus
            {...input('url')}
          />
          <PasswordInput
            label="API key"
            description="With the scope org:update"
            withAsterisk
            w="100%"
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the API key' }}
            {...input('apiKey')}
          />
          <Anchor component="button" type="button" fz="sm" onClick={toggle} aria-expanded={isOwnAuthority}>
            The server’s certificate is from an authority of our own
          </Anchor>
          <Collapse expanded={isOwnAuthority} w="100%">
            <Textarea
              label="Certificate of that authority"
              description="In PEM format; trusted for this backend alone"
              placeholder="-----BEGIN CERTIFICATE-----"
              autosize
              minRows={4}
              maxRows={10}
              spellCheck={false}
              {...input('certificateAuthority')}
            />
          </Collapse>
          {elsewhere && <ProblemAlert problem={elsewhere} />}
          <Group>
            <Button type="submit" loading={connect.isPending}>
              Connect
            </Button>
            <Button variant="default" onClick={onDone}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
