import { Stack } from '@mantine/core'
import { useState } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import { IdentityProviderSummary } from './identity-provider-summary.tsx'
import { LoadSection } from './load-section.tsx'
import { MetadataChecks } from './metadata-checks.tsx'

/** The identity provider's side: what was read and how it was judged, or the ways to load it. */
export function IdentityProviderStep({ connection }: { connection: Connection }) {
  const { identityProvider } = connection
  const [isReplacing, setReplacing] = useState(false)
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
      <MetadataChecks judgement={identityProvider.judgement} metadataXml={identityProvider.metadataXml} />
      <IdentityProviderSummary
        connection={connection}
        identityProvider={identityProvider}
        onReplace={isReplacing ? undefined : () => setReplacing(true)}
      />
    </Stack>
  )
}
