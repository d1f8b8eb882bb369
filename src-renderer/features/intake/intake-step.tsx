import { useMemo } from 'react'
import { type Connection, type Intake, Intake as IntakeSchema } from '#shared/model/connection.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useAutoSave } from '../../lib/forms/use-auto-save.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { Section } from '../../ui/page/section.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { SaveNote } from '../../ui/states/save-note.tsx'
import { IntakeFields } from './intake-fields.tsx'
import { useIntakeForm } from './intake-form.ts'

/** The intake of a connection that exists: saves by itself. */
export function IntakeStep({ connection }: { connection: Connection }) {
  const api = useApi()
  const save = useAsk(
    (intake: Intake) => api.connections.changeIntake({ id: connection.id, intake }),
    useKeepConnection(),
  )
  const form = useIntakeForm(connection.intake)
  const complete = useMemo(() => (IntakeSchema.safeParse(form.values).success ? form.values : null), [form.values])
  const state = useAutoSave(complete, save.askAndWait)
  return (
    <Section title="Intake" text="What both sides agree on first." aside={<SaveNote state={state} />}>
      <IntakeFields form={form} />
      {save.problem !== null && <ProblemAlert problem={save.problem} />}
    </Section>
  )
}
