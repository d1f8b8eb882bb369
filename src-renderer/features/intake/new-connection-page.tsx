import { Button, Group } from '@mantine/core'
import type { Connection, Intake } from '#shared/model/connection.ts'
import { useApi } from '../../lib/api/api-context.tsx'
import { useAsk } from '../../lib/api/use-ask.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { IntakeFields } from './intake-fields.tsx'
import { emptyIntake, useIntakeForm } from './intake-form.ts'

export function NewConnectionPage({ onMade }: { onMade: (connection: Connection) => void }) {
  const api = useApi()
  const keep = useKeepConnection()
  const create = useAsk(
    (intake: Intake) => api.connections.create({ intake }),
    (connection) => {
      keep(connection)
      onMade(connection)
    },
  )
  const form = useIntakeForm(emptyIntake)
  return (
    <Page title="New connection" text="A connection between one identity provider and one application.">
      <form onSubmit={form.onSubmit((intake) => create.ask(intake))} noValidate>
        <Section title="Intake" text="What both sides agree on first.">
          <IntakeFields form={form} />
          {create.problem !== null && <ProblemAlert problem={create.problem} />}
          <Group>
            <Button type="submit" loading={create.isPending}>
              Create connection
            </Button>
          </Group>
        </Section>
      </form>
    </Page>
  )
}
