import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { Publication } from '#shared/model/publication.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import type { Proof } from './receipt-of.ts'

interface DraftTestProps {
  readonly publication: Publication
  readonly proof: Proof
  readonly testLogin: ReactNode
}

/** The test that publishing rests on: in front until it is published, then folded away, for it can be run again at any time. */
export function DraftTest({ publication, proof, testLogin }: DraftTestProps) {
  const [isOpen, { toggle }] = useDisclosure(false)
  if (publication.state === 'draft')
    return (
      <Section title="3. Test the draft" text="The tenant backend judges it, exactly as it will judge sign-ins.">
        {testLogin}
      </Section>
    )
  return (
    <Section
      title="3. Test"
      text={
        proof.kind === 'none' ? (
          'Its test login is not on this computer.'
        ) : (
          <>
            Tested <RelativeTime instant={proof.run.startedAt} />
          </>
        )
      }
      aside={
        <>
          {proof.kind === 'matches' && <SeverityBadge severity="passed">Accepted</SeverityBadge>}
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
