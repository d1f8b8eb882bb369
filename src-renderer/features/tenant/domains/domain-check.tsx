import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '../../../lib/api/api-context.tsx'
import { useAsk } from '../../../lib/api/use-ask.ts'
import { Section } from '../../../ui/page/section.tsx'
import { SeverityBadge } from '../../../ui/severity-badge.tsx'
import { FieldProblem } from '../../../ui/states/problem-alert.tsx'

/** Asked before a customer is promised a domain. */
export function DomainCheck() {
  const api = useApi()
  const [domain, setDomain] = useState('')
  const check = useAsk((wanted: string) => api.domains.check({ query: { domain: wanted } }))
  const { answer } = check
  return (
    <Section title="Check a domain" text="Could a connection of this organisation claim it?">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          check.ask(domain)
        }}
      >
        <Group gap="sm" align="flex-start">
          <TextInput
            aria-label="Domain to check"
            placeholder="customer.example"
            w={320}
            spellCheck={false}
            value={domain}
            onChange={(event) => {
              setDomain(event.currentTarget.value)
              check.forget()
            }}
            error={check.problem && <FieldProblem problem={check.problem} />}
          />
          <Button type="submit" variant="default" disabled={domain.trim() === ''} loading={check.isPending}>
            Check
          </Button>
        </Group>
      </form>
      {answer && (
        <Group gap="xs" role="status">
          <SeverityBadge severity={answer.available ? 'passed' : 'error'}>
            {answer.available ? 'Free to claim' : 'Cannot be claimed'}
          </SeverityBadge>
          <span>{answer.message ?? answer.domain}</span>
        </Group>
      )}
    </Section>
  )
}
