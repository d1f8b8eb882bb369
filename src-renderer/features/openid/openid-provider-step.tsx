import { Button, Group, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { LoadedOpenidProvider, OpenidSource } from '#shared/model/openid-side.ts'
import { Section } from '../../ui/page/section.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { CopyValue } from '../../ui/values/copy-value.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import { type ValueRow, ValueRows } from '../../ui/values/value-rows.tsx'
import { DiscoveryChecks } from './discovery-checks.tsx'
import { LoadProvider } from './load-provider.tsx'
import { useOpenid } from './use-openid.ts'

/** The OpenID provider: what it says of itself and how that was judged, or the ways to load it. */
export function OpenidProviderStep({ connection }: { connection: Connection }) {
  const { openidProvider } = connection
  const [isReplacing, setReplacing] = useState(false)
  const done = () => setReplacing(false)
  if (openidProvider === null) return <LoadProvider connection={connection} onLoaded={done} />
  return (
    <Stack gap="md">
      {isReplacing && <LoadProvider connection={connection} onLoaded={done} onCancel={done} />}
      <DiscoveryChecks provider={openidProvider} />
      <Summary
        connection={connection}
        provider={openidProvider}
        onReplace={isReplacing ? undefined : () => setReplacing(true)}
      />
    </Stack>
  )
}

interface SummaryProps {
  readonly connection: Connection
  readonly provider: LoadedOpenidProvider
  readonly onReplace: (() => void) | undefined
}

function Summary({ connection, provider, onReplace }: SummaryProps) {
  const { source, loadedAt } = provider
  const reload = useOpenid(
    () => undefined,
    (api, url: string) => api.loadUrl({ connectionId: connection.id, url }),
  )
  return (
    <Section
      title="OpenID provider"
      text={
        <>
          {sourceWords(source)}, loaded <RelativeTime instant={loadedAt} />
        </>
      }
      aside={
        <Group gap="xs">
          {source.kind === 'url' && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconRefresh size={14} aria-hidden />}
              loading={reload.isPending}
              onClick={() => reload.ask(source.url)}
            >
              Load again
            </Button>
          )}
          {onReplace && (
            <Button variant="default" size="xs" onClick={onReplace}>
              Load another
            </Button>
          )}
        </Group>
      }
    >
      {reload.problem && <ProblemAlert problem={reload.problem} />}
      <ValueRows rows={rowsOf(provider)} />
    </Section>
  )
}

function sourceWords(source: OpenidSource): string {
  if (source.kind === 'url') return `From ${source.url}`
  return source.kind === 'file' ? `From the file ${source.name}` : 'Pasted'
}

function rowsOf({ issuer, judgement }: LoadedOpenidProvider): ValueRow[] {
  const { provider } = judgement
  const address = (label: string, value: string | null | undefined, alias?: string): ValueRow => ({
    label,
    alias,
    value: value ? <CopyValue value={value} what={label.toLowerCase()} /> : <Text c="dimmed">None</Text>,
  })
  const keys = provider?.keys ?? []
  return [
    address('Issuer', issuer, 'iss of every token'),
    address('Authorization endpoint', provider?.authorizationEndpoint, 'Where people sign in'),
    address('Token endpoint', provider?.tokenEndpoint, 'Where the code is redeemed'),
    address('UserInfo endpoint', provider?.userInfoEndpoint),
    address('Sign-out endpoint', provider?.endSessionEndpoint, 'end_session_endpoint'),
    {
      label: keys.length === 1 ? 'Signing key' : 'Keys',
      alias: 'What its tokens are checked with',
      value:
        keys.length === 0 ? (
          <Text c="dimmed">None: load its key set as well, or no token can be verified.</Text>
        ) : (
          keys.map(({ id, type, bits, curve, algorithm, thumbprint }) => (
            <Text key={thumbprint ?? id}>
              {[type, bits === null ? curve : `${bits} bits`, algorithm].filter(Boolean).join(', ')}
              {id !== null && (
                <>
                  , kid <code>{id}</code>
                </>
              )}
            </Text>
          ))
        ),
    },
  ]
}
