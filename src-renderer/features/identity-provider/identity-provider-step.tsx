import { Stack } from '@mantine/core'
import { useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import { IdentityProviderSummary } from './identity-provider-summary.tsx'
import { LoadSection } from './load-section.tsx'
import { MetadataChecks } from './metadata-checks.tsx'
import { usePreviousVersion } from './use-previous-version.ts'
import { VersionChanges } from './version-changes.tsx'

/** The identity provider's side: what was read and how it was judged, or the ways to load it. */
export function IdentityProviderStep({ connection }: { connection: Connection }) {
  const { identityProvider } = connection
  const [isReplacing, setReplacing] = useState(false)
  const { before, forget } = usePreviousVersion(identityProvider)
  if (identityProvider === null) return <LoadSection connection={connection} onLoaded={() => setReplacing(false)} />
  return (
    <Stack gap="md">
      {isReplacing && (
        <LoadSection
          connection={connection}
          onLoaded={() => setReplacing(false)}
          onCancel={() => setReplacing(false)}
        />
      )}
      {before !== null && <VersionChanges before={before} after={identityProvider} onDismiss={forget} />}
      <MetadataChecks judgement={identityProvider.judgement} metadataXml={identityProvider.metadataXml} />
      <IdentityProviderSummary
        connection={connection}
        identityProvider={identityProvider}
        onReplace={isReplacing ? undefined : () => setReplacing(true)}
      />
    </Stack>
  )
}
