import { Button, Group, Select, Text } from '@mantine/core'
import { IconDownload, IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useApi } from '../../../lib/api/api-context.tsx'
import { useAsk } from '../../../lib/api/use-ask.ts'
import { useAdminPages } from '../../../lib/queries/admin.ts'
import { ListPages } from '../../../ui/lists/list-pages.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { RefreshButton } from '../../../ui/lists/refresh-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import { actionWords } from './action-words.ts'
import { AuditRow } from './audit-row.tsx'
import { ChainState } from './chain-state.tsx'

export function AuditSection() {
  const api = useApi()
  const [action, setAction] = useState<string | null>(null)
  const query = useAdminPages('audit', action, (admin, cursor) =>
    admin.audit.list({ query: { ...cursor, ...(action !== null && { action }) } }),
  )
  const verify = useAsk((_: undefined) => api.audit.verify({}))
  const save = useAsk((_: undefined) => api.audit.export())
  const problem = verify.problem ?? save.problem
  return (
    <Section
      title="Audit log"
      text="Who changed what, the newest first. Each entry holds the hash of the one before, so that none can be changed or dropped unseen."
      aside={
        <>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconLink size={14} aria-hidden />}
            loading={verify.isPending}
            onClick={() => verify.ask(undefined)}
          >
            Check the chain
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} aria-hidden />}
            loading={save.isPending}
            onClick={() => save.ask(undefined)}
          >
            Export
          </Button>
          <RefreshButton query={query} />
        </>
      }
    >
      {problem && <ProblemAlert problem={problem} />}
      {verify.answer && <ChainState {...verify.answer} />}
      {typeof save.answer === 'string' && <Text role="status">Exported to {save.answer}</Text>}
      <Group>
        <Select
          aria-label="Only this action"
          placeholder="All actions"
          size="xs"
          w={280}
          clearable
          searchable
          nothingFoundMessage="No action has this name."
          data={Object.entries(actionWords).map(([value, label]) => ({ value, label }))}
          value={action}
          onChange={setAction}
        />
      </Group>
      <ListPages query={query} itemsOf={({ events }) => events} none="Nothing has happened yet.">
        {(events) => (
          <ListTable label="Audit log" head={['When', 'What', 'Who', '']}>
            {events.map((event) => (
              <AuditRow key={event.id} event={event} />
            ))}
          </ListTable>
        )}
      </ListPages>
    </Section>
  )
}
