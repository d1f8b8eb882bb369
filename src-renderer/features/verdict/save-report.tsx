import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileDownload } from '@tabler/icons-react'
import type { TestRunId } from '#shared/model/ids.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'

/** The evidence that both sides can read, as HTML and JSON. */
export function SaveReport({ runId }: { runId: TestRunId }) {
  const api = useApi()
  const save = useAsk(
    (_: undefined) => api.evidence.saveReport({ runId }),
    (files) => {
      if (files !== null) notifications.show({ title: 'Report saved', message: files.join(', ') })
    },
  )
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFileDownload size={15} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.ask(undefined)}
      >
        Save report
      </Button>
      {save.problem && <ProblemAlert problem={save.problem} />}
    </>
  )
}
