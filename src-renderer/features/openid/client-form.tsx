import {
  Anchor,
  Button,
  Collapse,
  Group,
  PasswordInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { TypedClient } from '#shared/ipc/openid.ts'
import type { Connection } from '#shared/model/connection.ts'
import { defaultLoginWishes, type OpenidClient } from '#shared/model/openid-side.ts'
import { openidPresetOf } from '#shared/providers/openid-preset.ts'
import { Section } from '../../ui/page/section.tsx'
import { fieldProblems } from '../../ui/states/field-problems.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { useOpenid } from './use-openid.ts'

interface ClientFormProps {
  readonly connection: Connection
  readonly onSaved: () => void
  readonly onCancel: (() => void) | undefined
}

/** The application as the provider knows it. The secret goes to main and never comes back. */
export function ClientForm({ connection, onSaved, onCancel }: ClientFormProps) {
  const { labels, tenants } = openidPresetOf(connection.intake.provider)
  const { openidClient } = connection
  const form = useForm<TypedClient>({ mode: 'controlled', initialValues: valuesOf(openidClient) })
  const save = useOpenid(onSaved, (api, client: TypedClient) => api.setClient({ connectionId: connection.id, client }))
  const { errorOf, elsewhere } = fieldProblems(save.problem, Object.keys(form.values))
  const input = (name: keyof TypedClient) => ({ ...form.getInputProps(name), error: errorOf(name) })
  const wantsSecret = form.values.authentication.startsWith('client_secret_')
  return (
    <Section
      title="Client"
      text="The application as it is registered at the identity provider. Nothing has to listen at the redirect URI yet: test logins are caught before they leave this computer."
    >
      <form onSubmit={form.onSubmit((values) => save.ask(values))} noValidate>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <TextInput label={labels.clientId} withAsterisk spellCheck={false} {...input('clientId')} />
            <Select
              label="Client authentication"
              description="How the application proves who it is"
              allowDeselect={false}
              data={authentications}
              value={form.values.authentication}
              onChange={(value) =>
                form.setFieldValue('authentication', TypedClient.shape.authentication.parse(value ?? 'none'))
              }
            />
          </SimpleGrid>
          {wantsSecret && (
            <PasswordInput
              label={labels.clientSecret}
              description={
                openidClient?.hasSecret
                  ? 'Sealed on this computer. Leave it empty to keep it.'
                  : 'Sealed on this computer, and never shown again.'
              }
              withAsterisk={openidClient?.hasSecret !== true}
              placeholder={openidClient?.hasSecret ? '••••••••' : ''}
              autoComplete="off"
              {...input('clientSecret')}
            />
          )}
          <TextInput
            label={labels.redirectUri}
            description="https, http://localhost or a scheme of the application’s own"
            placeholder="https://app.customer.example/oidc/callback"
            withAsterisk
            spellCheck={false}
            {...input('redirectUri')}
          />
          <TagsInput
            label="Scopes"
            description="openid is always asked for"
            splitChars={[',', ' ']}
            {...input('scopes')}
          />
          {tenants !== null && (
            <TagsInput label={tenants.label} description={tenants.hint} splitChars={[',', ' ']} {...input('tenants')} />
          )}
          <MoreFields form={form} input={input} postLogoutLabel={labels.postLogoutRedirectUri} />
          {elsewhere && <ProblemAlert problem={elsewhere} />}
          <Group>
            <Button type="submit" loading={save.isPending}>
              Save client
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

interface MoreFieldsProps {
  readonly form: ReturnType<typeof useForm<TypedClient>>
  readonly input: (name: keyof TypedClient) => object
  readonly postLogoutLabel: string | null
}

/** What most connections leave as it is. */
function MoreFields({ form, input, postLogoutLabel }: MoreFieldsProps) {
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <div>
      <Anchor component="button" type="button" onClick={toggle} aria-expanded={isOpen}>
        {isOpen ? 'Fewer settings' : 'More settings'}
      </Anchor>
      <Collapse expanded={isOpen}>
        <Stack gap="md" mt="md">
          {postLogoutLabel !== null && (
            <TextInput
              label={postLogoutLabel}
              description="Where the provider sends the browser after it signed out there"
              spellCheck={false}
              {...input('postLogoutRedirectUri')}
            />
          )}
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Select
              label="Prompt"
              description="What the provider asks even of who is signed in"
              data={prompts}
              allowDeselect={false}
              value={form.values.prompt}
              onChange={(value) => form.setFieldValue('prompt', TypedClient.shape.prompt.parse(value ?? ''))}
            />
            <TextInput label="Maximum age" description="Seconds since the person signed in" {...input('maximumAge')} />
            <TagsInput label="Authentication classes (acr_values)" splitChars={[',', ' ']} {...input('acrValues')} />
            <TextInput label="Login hint" description="Who is expected to sign in" {...input('loginHint')} />
          </SimpleGrid>
          <div>
            <Text fw={500} fz="sm" mb={4}>
              E-mail address where the provider does not say that it is verified
            </Text>
            <SegmentedControl
              aria-label="E-mail address that is not said to be verified"
              data={[
                { value: 'verified', label: 'Not used' },
                { value: 'provider', label: 'Believed' },
              ]}
              value={form.values.emailTrust}
              onChange={(value) => form.setFieldValue('emailTrust', TypedClient.shape.emailTrust.parse(value))}
            />
            <Text fz="xs" c="dimmed" mt={4}>
              Believe it only where the identity provider itself gives out every address of the connection’s domains.
            </Text>
          </div>
        </Stack>
      </Collapse>
    </div>
  )
}

const authentications = [
  { value: 'client_secret_basic', label: 'Client secret, in a header' },
  { value: 'client_secret_post', label: 'Client secret, in the form' },
  { value: 'private_key_jwt', label: 'Private key (private_key_jwt)' },
  { value: 'none', label: 'None: public client with PKCE' },
]

const prompts = [
  { value: '', label: 'As the provider likes' },
  { value: 'login', label: 'login: sign in again' },
  { value: 'select_account', label: 'select_account: choose an account' },
  { value: 'consent', label: 'consent: consent again' },
  { value: 'none', label: 'none: show nothing' },
]

function valuesOf(client: OpenidClient | null): TypedClient {
  const wishes = client?.wishes ?? defaultLoginWishes
  return {
    clientId: client?.clientId ?? '',
    authentication: client?.authentication ?? 'client_secret_basic',
    clientSecret: '',
    redirectUri: client?.redirectUri ?? '',
    postLogoutRedirectUri: client?.postLogoutRedirectUri ?? '',
    scopes: [...wishes.scopes],
    prompt: wishes.prompt ?? '',
    maximumAge: wishes.maximumAge === null ? '' : String(wishes.maximumAge),
    acrValues: [...wishes.acrValues],
    loginHint: wishes.loginHint ?? '',
    tenants: [...(client?.tenants ?? [])],
    emailTrust: client?.emailTrust ?? 'verified',
  }
}
