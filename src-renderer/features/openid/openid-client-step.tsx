import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconChevronRight, IconPlugConnected } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { OpenidClient } from '#shared/model/openid-side.ts'
import type { StepId } from '#shared/model/step.ts'
import { type OpenidPreset, openidPresetOf } from '#shared/providers/openid-preset.ts'
import { providerOf } from '#shared/providers/provider-catalogue.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { usePracticeIdp } from '../../lib/queries/practice-idp.ts'
import { RegisterClient } from '../../ui/hand-out/register-client.tsx'
import { RequiredClaims } from '../../ui/hand-out/required-claims.tsx'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { FieldProblem } from '../../ui/states/problem-alert.tsx'
import { CopyButton } from '../../ui/values/copy-button.tsx'
import { CopyValue } from '../../ui/values/copy-value.tsx'
import { type ValueRow, ValueRows } from '../../ui/values/value-rows.tsx'
import { ClientForm } from './client-form.tsx'
import { useOpenid } from './use-openid.ts'

interface OpenidClientStepProps {
  readonly connection: Connection
  readonly onOpenStep: (step: StepId) => void
}

/** The application's side: what it is called at the provider, and what the provider has to know of it. */
export function OpenidClientStep({ connection, onOpenStep }: OpenidClientStepProps) {
  const { openidClient, intake } = connection
  const [isChanging, setChanging] = useState(false)
  const preset = openidPresetOf(intake.provider)
  if (openidClient === null || isChanging)
    return (
      <Stack gap="md">
        {openidClient === null && <RegisterNew connection={connection} />}
        <ClientForm
          connection={connection}
          onSaved={() => setChanging(false)}
          onCancel={openidClient === null ? undefined : () => setChanging(false)}
        />
      </Stack>
    )
  return (
    <Section
      title="Hand over"
      text="Enter these values where the application is registered at the identity provider."
      aside={
        <Button variant="default" size="xs" onClick={() => setChanging(true)}>
          Change client
        </Button>
      }
    >
      <Stack gap="md">
        {preset.path.length > 0 && <ConsolePath name={providerOf(intake.provider).name} path={preset.path} />}
        <ValueRows rows={rowsOf(openidClient, preset)} />
        <RequiredClaims />
        <RegisterClient connection={connection} />
        <div>
          <Button variant="subtle" onClick={() => onOpenStep('test-login')}>
            Go on to the test login
          </Button>
        </div>
      </Stack>
    </Section>
  )
}

function ConsolePath({ name, path }: { name: string; path: readonly string[] }) {
  return (
    <Group gap={6} fz="sm">
      <span>In {name}:</span>
      {keyed(path, (part) => part).map(({ key, item: part }, index) => (
        <Fragment key={key}>
          {index > 0 && <IconChevronRight size={12} aria-label="then" />}
          <b>{part}</b>
        </Fragment>
      ))}
    </Group>
  )
}

const authenticationWords = {
  client_secret_basic: 'Client secret, in a header',
  client_secret_post: 'Client secret, in the form',
  private_key_jwt: 'Private key (private_key_jwt)',
  none: 'None: public client with PKCE',
} as const

function rowsOf(client: OpenidClient, { labels }: OpenidPreset): ValueRow[] {
  const { clientId, redirectUri, postLogoutRedirectUri, authentication, hasSecret, key } = client
  const wantsSecret = authentication.startsWith('client_secret_')
  const rows: ValueRow[] = [
    { label: labels.redirectUri, alias: 'redirect_uri', value: <CopyValue value={redirectUri} what="redirect URI" /> },
    { label: labels.clientId, alias: 'client_id', value: <CopyValue value={clientId} what="client ID" /> },
    {
      label: 'Client authentication',
      alias: authentication,
      value: (
        <Group gap="xs">
          <Text>{authenticationWords[authentication]}</Text>
          {wantsSecret &&
            (hasSecret ? (
              <SeverityBadge severity="passed">Secret sealed</SeverityBadge>
            ) : (
              <SeverityBadge severity="error">Secret missing</SeverityBadge>
            ))}
        </Group>
      ),
    },
    { label: 'PKCE', alias: 'code_challenge_method', value: 'S256, always' },
  ]
  if (postLogoutRedirectUri !== null && labels.postLogoutRedirectUri !== null)
    rows.push({
      label: labels.postLogoutRedirectUri,
      alias: 'post_logout_redirect_uri',
      value: <CopyValue value={postLogoutRedirectUri} what="post-logout redirect URI" />,
    })
  if (authentication === 'private_key_jwt' && key !== null)
    rows.push({
      label: 'Public key (JWKS)',
      alias: `kid ${key.keyId}`,
      value: (
        <Group gap={4}>
          <Text>RSA, {key.algorithm}. The private key stays on this computer.</Text>
          <CopyButton text={key.jwksJson} what="public key" />
        </Group>
      ),
    })
  return rows
}

/** Where the provider is the practice one: ID and secret are given out there, and this computer keeps them. */
function RegisterNew({ connection }: { connection: Connection }) {
  const { data: practice } = usePracticeIdp()
  const [redirectUri, setRedirectUri] = useState('https://app.customer.example/oidc/callback')
  const register = useOpenid(
    () => undefined,
    (api, uri: string) => api.registerAtPracticeIdp({ connectionId: connection.id, redirectUri: uri }),
  )
  const isPractice = practice?.state === 'running' && practice.openid.issuer === connection.openidProvider?.issuer
  if (!isPractice) return null
  return (
    <Section
      title="Register at the practice IdP"
      text="It gives out client ID and secret, as a console would; the secret is sealed here at once."
    >
      <TextInput
        label="Redirect URI"
        spellCheck={false}
        value={redirectUri}
        onChange={(event) => setRedirectUri(event.currentTarget.value)}
        error={register.problem && <FieldProblem problem={register.problem} />}
      />
      <div>
        <Button
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={register.isPending}
          onClick={() => register.ask(redirectUri)}
        >
          Register at the practice IdP
        </Button>
      </div>
    </Section>
  )
}
