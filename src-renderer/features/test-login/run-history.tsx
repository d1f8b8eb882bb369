import { Table, UnstyledButton } from '@mantine/core'
import type { TestRunId } from '#shared/model/ids.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { runVerdict } from '../../lib/findings/run-verdict.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import styles from './run-history.module.css'

interface RunHistoryProps {
  readonly runs: readonly TestRun[]
  readonly shown: TestRun | undefined
  readonly onShow: (id: TestRunId) => void
}

/** Every run, newest first; choosing one shows it above. */
export function RunHistory({ runs, shown, onShow }: RunHistoryProps) {
  if (runs.length < 2) return null
  return (
    <Section title="Earlier test logins">
      <Table verticalSpacing={6} className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={150}>When</Table.Th>
            <Table.Th w={140}>Verdict</Table.Th>
            <Table.Th>What was found</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <HistoryRow key={run.id} run={run} isShown={run.id === shown?.id} onShow={() => onShow(run.id)} />
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

function HistoryRow({ run, isShown, onShow }: { run: TestRun; isShown: boolean; onShow: () => void }) {
  const verdict = runVerdict(run)
  return (
    <Table.Tr data-shown={isShown || undefined}>
      <Table.Td>
        <UnstyledButton className={styles.when} onClick={onShow} aria-current={isShown || undefined}>
          <RelativeTime instant={run.startedAt} />
        </UnstyledButton>
      </Table.Td>
      <Table.Td>
        {verdict ? <SeverityBadge severity={verdict.severity}>{verdict.word}</SeverityBadge> : 'Running'}
      </Table.Td>
      <Table.Td>{verdict?.sentence}</Table.Td>
    </Table.Tr>
  )
}
