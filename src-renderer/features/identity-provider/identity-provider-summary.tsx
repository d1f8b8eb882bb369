import { Button, Group, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { IdentityProvider, IdentityProviderSource, SingleSignOnBinding } from '#shared/model/identity-provider.ts'
import { Section } from '../../ui/page/section.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { CertificateCard } from '../../ui/values/certificate-card.tsx'
import { CopyValue } from '../../ui/values/copy-value.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import { type ValueRow, ValueRows } from '../../ui/values/value-rows.tsx'
import { type AggregateSource, aggregateAt, holdsMany } from './aggregate-source.ts'
import { EntityPicker } from './entity-picker.tsx'
import { useLoad } from './use-load.ts'

interface IdentityProviderSummaryProps {
  readonly connection: Connection
  readonly identityProvider: IdentityProvider
  /** Absent while another one is being loaded. */
  readonly onReplace?: (() => void) | undefined
}

/** What was read, in the words of the standard. */
export function IdentityProviderSummary({ connection, identityProvider, onReplace }: IdentityProviderSummaryProps) {
  const { source, loadedAt, entityId } = identityProvider
  const [aggregate, setAggregate] = useState<AggregateSource | null>(null)
  const reload = useLoad(
    () => undefined,
    (api, url: string) => api.loadUrl({ connectionId: connection.id, url }),
    (refused) => holdsMany(refused) && source.kind === 'url' && setAggregate(aggregateAt(source.url)),
  )
  const close = () => {
    setAggregate(null)
    reload.forget()
  }
  return (
    <Section
      title="Identity provider"
      text={
        <>
          {sourceWords(source)}, loaded <RelativeTime instant={loadedAt} />
        </>
      }
      aside={
        <Group gap="xs">
          {source.kind === 'url' && onReplace && aggregate === null && (
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
          {onReplace && aggregate === null && (
            <Button variant="default" size="xs" disabled={reload.isPending} onClick={onReplace}>
              Load another
            </Button>
          )}
        </Group>
      }
    >
      {reload.problem && aggregate === null && <ProblemAlert problem={reload.problem} />}
      {aggregate !== null && (
        <EntityPicker
          connectionId={connection.id}
          from={aggregate}
          chosen={entityId}
          onLoaded={close}
          onCancel={close}
        />
      )}
      <ValueRows rows={rowsOf(identityProvider)} />
    </Section>
  )
}

function sourceWords(source: IdentityProviderSource): string {
  switch (source.kind) {
    case 'url':
      return `From ${source.url}`
    case 'file':
      return `From the file ${source.name}`
    case 'paste':
      return 'Pasted'
    case 'manual':
      return 'Entered by hand'
  }
}

const bindingWords: Readonly<Record<SingleSignOnBinding, string>> = { redirect: 'Redirect', post: 'POST' }

function rowsOf({ entityId, singleSignOn, signOutUrl, signingCertificates }: IdentityProvider): ValueRow[] {
  const rows: ValueRow[] = [
    { label: 'Entity ID', alias: 'Issuer of every response', value: <CopyValue value={entityId} what="entity ID" /> },
    {
      label: 'Sign-in URL',
      alias: `By ${bindingWords[singleSignOn.binding]}`,
      value: <CopyValue value={singleSignOn.url} what="sign-in URL" />,
    },
    {
      label: 'Sign-out URL',
      value: signOutUrl === null ? <Text c="dimmed">None</Text> : <CopyValue value={signOutUrl} what="sign-out URL" />,
    },
    {
      label: signingCertificates.length === 1 ? 'Signing certificate' : 'Signing certificates',
      alias: 'What its signatures are checked with',
      value: (
        <Stack gap="xs">
          {signingCertificates.map((certificate) => (
            <CertificateCard key={certificate.sha256} certificate={certificate} />
          ))}
        </Stack>
      ),
    },
  ]
  return rows
}
