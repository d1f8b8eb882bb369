import { Stack, Text } from '@mantine/core'
import { problemOf } from '../../../lib/api/ask-refused.ts'
import { useAdminPages } from '../../../lib/queries/admin.ts'
import { ListPages } from '../../../ui/lists/list-pages.tsx'
import { RefreshButton } from '../../../ui/lists/refresh-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { MailCard } from './mail-card.tsx'

/** What a backend without a mail server would have sent: passed on by hand. */
export function OutboxSection() {
  const query = useAdminPages('outbox', null, (api, cursor) => api.outbox.list({ query: cursor }))
  const isSent = query.error !== null && problemOf(query.error).code === 'tenant.sends-mail'
  return (
    <Section
      title="Outbox"
      text="Mail that this backend would send if it had a mail server: pass it on yourself. Whoever has a link signs in with it."
      aside={<RefreshButton query={query} />}
    >
      {isSent ? (
        <Text c="dimmed">This backend sends its mail itself and keeps none to be read.</Text>
      ) : (
        <ListPages query={query} itemsOf={({ mails }) => mails} none="No mail waits. What has expired is gone.">
          {(mails) => (
            <Stack gap="sm">
              {mails.map((mail) => (
                <MailCard key={mail.id} mail={mail} />
              ))}
            </Stack>
          )}
        </ListPages>
      )}
    </Section>
  )
}
