import type { ReactNode } from 'react'
import type { Connection } from '#shared/model/connection.ts'
import type { Publication } from '#shared/model/publication.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { usePublicationComparison } from '../../lib/queries/publication.ts'
import { ChangeSection } from './change-section.tsx'
import { LiveSection } from './live-section.tsx'
import { PublishedTest } from './published-test.tsx'

interface PublishedSectionsProps {
  readonly connection: Connection
  readonly publication: Publication
  /** Newest first. */
  readonly runs: readonly TestRun[]
  readonly isTenantRunning: boolean
  readonly testLogin: ReactNode
}

/** Once it is published: test a change, compare it with what is live, publish it, go back. */
export function PublishedSections(props: PublishedSectionsProps) {
  const { connection, publication, runs, isTenantRunning, testLogin } = props
  const newest = runs.find(({ target, state }) => target === 'draft' && state === 'judged')
  const comparison = usePublicationComparison(connection, isTenantRunning, newest?.endedAt ?? '')
  const isUntested = comparison.data?.isTested === false
  return (
    <>
      <PublishedTest key={String(isUntested)} run={newest} isUntested={isUntested} testLogin={testLogin} />
      <ChangeSection
        connection={connection}
        publication={publication}
        comparison={comparison}
        isTenantRunning={isTenantRunning}
      />
      <LiveSection connection={connection} publication={publication} isTenantRunning={isTenantRunning} />
    </>
  )
}
