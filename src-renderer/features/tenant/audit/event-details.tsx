import type { AuditEvent } from '#shared/http-api/audit.ts'
import { exactTime } from '../../../lib/format/exact-time.ts'
import { CopyValue } from '../../../ui/values/copy-value.tsx'
import { Sensitive } from '../../../ui/values/sensitive.tsx'
import { SidesTable } from '../../../ui/values/sides-table.tsx'
import { ValueRows } from '../../../ui/values/value-rows.tsx'
import { changesOf } from './changes-of.ts'

/** Before and after where something was changed; everything else as it was recorded. */
export function EventDetails({ event }: { event: AuditEvent }) {
  const { changes, others } = changesOf(event.details)
  return (
    <>
      {changes.length > 0 && <SidesTable left="Before" right="After" rows={changes} isPersonal />}
      <ValueRows
        rows={[
          { label: 'When', value: exactTime(new Date(event.at)) },
          { label: 'Action', value: <CopyValue value={event.action} what="action" /> },
          ...(event.subjectId === null
            ? []
            : [{ label: 'Concerns', value: <CopyValue value={event.subjectId} what="ID" /> }]),
          ...others.map(({ name, text }) => ({
            label: name,
            value: <Sensitive kind="personal" value={text} what={name} />,
          })),
          { label: `Hash of entry ${event.sequence}`, value: <CopyValue value={event.hash} what="hash" /> },
        ]}
      />
    </>
  )
}
