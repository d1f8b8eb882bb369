import { Button } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop, IconSchool } from '@tabler/icons-react'
import { usePracticeIdp, usePracticeIdpActions } from '../../lib/queries/practice-idp.ts'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { EmptyState } from '../../ui/states/empty-state.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { WhenRead } from '../../ui/states/when-read.tsx'
import { CopyValue } from '../../ui/values/copy-value.tsx'
import { ValueRows } from '../../ui/values/value-rows.tsx'
import { ExerciseSection } from './exercise-section.tsx'
import { FaultSwitches } from './fault-switches.tsx'
import { PeopleTable } from './people-table.tsx'

export function PracticeIdpPage() {
  const query = usePracticeIdp()
  const { start, stop } = usePracticeIdpActions()
  const isRunning = query.data?.state === 'running'
  const problem = start.problem ?? stop.problem
  return (
    <Page
      title="Practice IdP"
      text="An identity provider on this computer, to practise with: no network, no account, mistakes on request."
      actions={
        isRunning && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={16} aria-hidden />}
            loading={stop.isPending}
            onClick={() => stop.ask(undefined)}
          >
            Stop
          </Button>
        )
      }
    >
      {problem && <ProblemAlert problem={problem} />}
      <WhenRead query={query}>
        {(status) =>
          status.state === 'running' ? (
            <>
              <Section title="Addresses">
                <ValueRows
                  rows={[
                    {
                      label: 'Metadata URL',
                      alias: 'For step 2 of a connection',
                      value: <CopyValue value={status.metadataUrl} what="metadata URL" />,
                    },
                    { label: 'Entity ID', value: <CopyValue value={status.entityId} what="entity ID" /> },
                    ...(status.tenants ?? []).map(({ name, metadataUrl }) => ({
                      label: `As ${name}`,
                      alias: 'Metadata URL of the same people in that shape',
                      value: <CopyValue value={metadataUrl} what={`metadata URL as ${name}`} />,
                    })),
                    { label: 'Applications it knows', value: knownWords(status.serviceProviders) },
                  ]}
                />
              </Section>
              <ExerciseSection exercise={status.exercise} />
              <FaultSwitches active={status.faults} />
              <PeopleTable people={status.people} />
            </>
          ) : (
            <>
              {status.problem && <ProblemAlert problem={status.problem} />}
              <EmptyState
                icon={IconSchool}
                title="The practice IdP is not running"
                text="It listens on this computer only."
              >
                <Button
                  leftSection={<IconPlayerPlay size={16} aria-hidden />}
                  loading={start.isPending}
                  onClick={() => start.ask(undefined)}
                >
                  Start the practice IdP
                </Button>
              </EmptyState>
            </>
          )
        }
      </WhenRead>
    </Page>
  )
}

const knownWords = (entityIds: readonly string[]) => (entityIds.length === 0 ? 'None yet' : entityIds.join(', '))
