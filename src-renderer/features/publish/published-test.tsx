import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { TestRun } from '#shared/model/test-run.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'

interface PublishedTestProps {
  /** The newest that was judged. */
  readonly run: TestRun | undefined
  /** What this computer has was not tested: the test is in front, else it is folded away. */
  readonly isUntested: boolean
  readonly testLogin: ReactNode
}

/** Tests what this computer has, while sign-ins go on with what is live. */
export function PublishedTest({ run, isUntested, testLogin }: PublishedTestProps) {
  const [isOpen, { toggle }] = useDisclosure(isUntested)
  return (
    <Section
      title="3. Test"
      text={
        run === undefined ? (
          'Its test login is not on this computer.'
        ) : (
          <>
            Tested <RelativeTime instant={run.startedAt} />
          </>
        )
      }
      aside={
        <>
          {!isUntested && run?.judgement?.verdict === 'accepted' && (
            <SeverityBadge severity="passed">Accepted</SeverityBadge>
          )}
          <Button variant="default" size="xs" aria-expanded={isOpen} onClick={toggle}>
            {isOpen ? 'Hide test login' : 'Show test login'}
          </Button>
        </>
      }
    >
      {isOpen && testLogin}
    </Section>
  )
}
