import { SegmentedControl, Table, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SignInAttempt } from '#shared/http-api/sign-in.ts'
import { AttemptId } from '#shared/model/ids.ts'
import { useAdminPages } from '../../../lib/queries/admin.ts'
import { ListPages } from '../../../ui/lists/list-pages.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { CopyValue } from '../../../ui/values/copy-value.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import styles from './sign-in-log.module.css'
import { reasonSentences } from './sign-in-reason.ts'

type Result = SignInAttempt['result']
const filters = [
  { value: 'all', label: 'All' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'refused', label: 'Refused' },
] as const

/** Where the number is looked up that a refused person reads out. */
export function SignInLog() {
  const [number, setNumber] = useState('')
  const [filter, setFilter] = useState<Result | 'all'>('all')
  const id = AttemptId.safeParse(number.trim())
  const query = useAdminPages('sign-ins', `${filter} ${id.data ?? ''}`, (api, cursor) =>
    api.audit.signIns({
      query: { ...cursor, ...(filter !== 'all' && { result: filter }), ...(id.success && { id: id.data }) },
    }),
  )
  return (
    <Section title="Sign-in log" text="Whoever is refused is shown a number: enter it here to see why.">
      <div className={styles.filters}>
        <TextInput
          aria-label="Number of a sign-in"
          size="xs"
          placeholder="att_…"
          spellCheck={false}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={
            number.trim() !== '' && !id.success && 'A number begins with att_ and has 22 letters and digits after it.'
          }
        />
        <SegmentedControl
          aria-label="Which sign-ins"
          size="xs"
          value={filter}
          onChange={setFilter}
          data={[...filters]}
        />
      </div>
      <ListPages query={query} itemsOf={({ signIns }) => signIns} none="No such sign-in.">
        {(signIns) => (
          <ListTable label="Sign-ins" head={['When', 'Result', 'Why', 'Number']}>
            {signIns.map((attempt) => (
              <Table.Tr key={attempt.id}>
                <Table.Td w={150}>
                  <RelativeTime instant={attempt.at} />
                </Table.Td>
                <Table.Td w={120}>
                  {attempt.result === 'accepted' ? (
                    <SeverityBadge severity="passed">Accepted</SeverityBadge>
                  ) : (
                    <SeverityBadge severity="error">Refused</SeverityBadge>
                  )}
                </Table.Td>
                <Table.Td>
                  {reasonSentences(attempt).map((sentence) => (
                    <div key={sentence}>{sentence}</div>
                  ))}
                </Table.Td>
                <Table.Td>
                  <CopyValue value={attempt.id} what="number of the sign-in" />
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </ListPages>
    </Section>
  )
}
