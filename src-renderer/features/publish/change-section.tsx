import { Button, Stack, Text } from '@mantine/core'
import type { Connection } from '#shared/model/connection.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { Publication } from '#shared/model/publication.ts'
import type { PublicationComparison } from '#shared/model/publication-comparison.ts'
import { useAdminAsk } from '../../lib/queries/admin.ts'
import { useKeepConnection } from '../../lib/queries/connections.ts'
import type { usePublicationComparison } from '../../lib/queries/publication.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { ProblemAlert } from '../../ui/states/problem-alert.tsx'
import { WhenRead } from '../../ui/states/when-read.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import { LiveComparison } from './live-comparison.tsx'
import { UndoChange } from './undo-change.tsx'

interface ChangeSectionProps {
  readonly connection: Connection
  readonly publication: Publication
  readonly comparison: ReturnType<typeof usePublicationComparison>
  readonly isTenantRunning: boolean
}

/** What is live against what this computer has; published is what was tested, and the way back stays open. */
export function ChangeSection({ connection, publication, comparison: query, isTenantRunning }: ChangeSectionProps) {
  return (
    <Section
      title="4. Publish"
      text={
        publication.publishedAt !== null && (
          <>
            Published <RelativeTime instant={publication.publishedAt} />
          </>
        )
      }
      aside={query.data && <StateBadge comparison={query.data} />}
    >
      {isTenantRunning ? (
        <WhenRead query={query}>
          {(comparison) => (
            <Stack gap="md">
              <Change connection={connection} comparison={comparison} />
              <UndoChange key={comparison.previous?.replacedAt} connection={connection} comparison={comparison} />
            </Stack>
          )}
        </WhenRead>
      ) : (
        <Text c="dimmed">Start the tenant backend to see what is live.</Text>
      )}
    </Section>
  )
}

const sameWords = 'What is live is what this computer has.'
const testedWords = 'This is what changes. A test login of exactly this was accepted.'
const untestedWords =
  'This computer has a change that is not live. Run the test login above: it tests the change, while sign-ins go on as they are.'

function StateBadge({ comparison }: { comparison: PublicationComparison }) {
  const [severity, words] = stateOf(comparison)
  return <SeverityBadge severity={severity}>{words}</SeverityBadge>
}

function stateOf({ isSame, isTested }: PublicationComparison): readonly [Severity, string] {
  if (isSame) return isTested ? ['passed', 'What is live was tested'] : ['not-verified', 'What is live was not tested']
  return isTested ? ['info', 'A tested change is not live yet'] : ['warning', 'A change is not tested yet']
}

function Change({ connection, comparison }: { connection: Connection; comparison: PublicationComparison }) {
  const { live, local, isSame, isTested } = comparison
  const publish = useAdminAsk(
    (api, _: undefined) => api.publication.publish({ connectionId: connection.id }),
    useKeepConnection(),
  )
  return (
    <>
      <Text>{isSame ? sameWords : isTested ? testedWords : untestedWords}</Text>
      <LiveComparison live={live} other={local} heading={isTested ? 'Tested, on this computer' : 'On this computer'} />
      {publish.problem && <ProblemAlert problem={publish.problem} />}
      {!isSame && (
        <div>
          <Button disabled={!isTested} loading={publish.isPending} onClick={() => publish.ask(undefined)}>
            Publish tested change
          </Button>
        </div>
      )}
    </>
  )
}
