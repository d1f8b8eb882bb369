import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ApiKeyId } from '#shared/model/ids.ts'
import { useAdminAsk, useAdminPages } from '../../../lib/queries/admin.ts'
import { ListPages } from '../../../ui/lists/list-pages.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { ShownOnce } from '../../../ui/values/shown-once.tsx'
import { ApiKeyForm } from './api-key-form.tsx'
import { ApiKeyRow } from './api-key-row.tsx'

/** @param ownKey the one this app calls the backend with: revoking it would lock the app out */
export function ApiKeysSection({ ownKey }: { ownKey: ApiKeyId | null }) {
  const [isMaking, making] = useDisclosure(false)
  const [secret, setSecret] = useState<string | null>(null)
  const query = useAdminPages('api-keys', null, (api, cursor) => api.apiKeys.list({ query: cursor }))
  const revoke = useAdminAsk((api, id: ApiKeyId) => api.apiKeys.revoke({ params: { id } }))
  return (
    <Section
      title="API keys"
      text="For programs that manage this organisation. Also the way in when nobody can sign in: keep one in a safe place."
      aside={
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={making.toggle}>
          New API key
        </Button>
      }
    >
      {isMaking && (
        <ApiKeyForm
          onClose={making.close}
          onMade={(made) => {
            setSecret(made)
            making.close()
          }}
        />
      )}
      {secret !== null && (
        <ShownOnce title="API key made" secret={secret} what="API key" onClose={() => setSecret(null)} />
      )}
      {revoke.problem && <ProblemAlert problem={revoke.problem} />}
      <ListPages query={query} itemsOf={({ apiKeys }) => apiKeys} none="There are no API keys.">
        {(apiKeys) => (
          <ListTable label="API keys" head={['Name', 'May', 'State', 'Last used', 'Expires', '']}>
            {apiKeys.map((apiKey) => (
              <ApiKeyRow
                key={apiKey.id}
                apiKey={apiKey}
                isOwn={apiKey.id === ownKey}
                isPending={revoke.asked === apiKey.id}
                onRevoke={() => revoke.ask(apiKey.id)}
              />
            ))}
          </ListTable>
        )}
      </ListPages>
    </Section>
  )
}
