import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAdminAsk } from '../../../lib/queries/admin.ts'
import { ProblemAlert } from '../../../ui/states/problem-alert.tsx'
import styles from './outage-form.module.css'

const lengths = [
  { value: '30', label: '30 minutes' },
  { value: '60', label: '1 hour' },
  { value: '240', label: '4 hours' },
  { value: '1440', label: '1 day' },
  { value: '4320', label: '3 days' },
]

interface OutageFormProps {
  readonly label: string
  readonly reason?: string | null
  readonly onDone?: () => void
}

/** How long and why: both go into the audit log. */
export function OutageForm({ label, reason: earlier = null, onDone }: OutageFormProps) {
  const [minutes, setMinutes] = useState('60')
  const [reason, setReason] = useState(earlier ?? '')
  const open = useAdminAsk(
    (api, _: undefined) => api.signInPolicy.openOutageWindow({ body: { minutes: Number(minutes), reason } }),
    onDone,
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        open.ask(undefined)
      }}
    >
      <Stack gap="sm" align="flex-start">
        <div className={styles.fields}>
          <Select
            label="Closes after"
            allowDeselect={false}
            data={lengths}
            value={minutes}
            onChange={(next) => next !== null && setMinutes(next)}
          />
          <TextInput
            label="Reason"
            description="Kept in the audit log"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder="Identity provider is down, ticket 4711"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        {open.problem && <ProblemAlert problem={open.problem} />}
        <Button type="submit" variant="default" disabled={reason.trim().length < 3} loading={open.isPending}>
          {label}
        </Button>
      </Stack>
    </form>
  )
}
