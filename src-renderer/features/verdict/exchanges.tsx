import { Button, Collapse, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { exchangePurposes } from '#shared/findings/exchange-words.ts'
import type { OpenidExchange, OpenidRun } from '#shared/model/openid-run.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import styles from './exchanges.module.css'

/** What this computer asked the provider, and what it answered. Secrets, codes and tokens are masked before they get here. */
export function Exchanges({ openid }: { openid: OpenidRun }) {
  const { exchanges, refresh, logout } = openid
  const [choice, setChoice] = useState<boolean | null>(null)
  const isOpen = choice ?? exchanges.some(failed)
  if (exchanges.length === 0) return null
  return (
    <Section
      title="Requests to the provider"
      text="Made by this app, not by the browser. Secrets, codes and tokens are masked."
      aside={
        <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setChoice(!isOpen)}>
          {isOpen ? 'Hide' : `Show ${exchanges.length} ${exchanges.length === 1 ? 'request' : 'requests'}`}
        </Button>
      }
    >
      <Collapse expanded={isOpen}>
        {keyed(exchanges, ({ purpose }) => purpose).map(({ key, item }) => (
          <ExchangeCard key={key} exchange={item} />
        ))}
      </Collapse>
      {refresh !== null && <Outcome label="Refresh" {...refresh} />}
      {logout !== null && <Outcome label="Sign-out" {...logout} />}
    </Section>
  )
}

function Outcome({ label, worked, says }: { label: string; worked: boolean; says: string }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <SeverityBadge severity={worked ? 'passed' : 'warning'}>{label}</SeverityBadge>
      <Text>{says}</Text>
    </Group>
  )
}

const failed = ({ answer, failure }: OpenidExchange) => failure !== null || (answer !== null && answer.status >= 400)

function ExchangeCard({ exchange }: { exchange: OpenidExchange }) {
  const { purpose, method, url, headers, form, answer, failure } = exchange
  return (
    <div className={styles.exchange}>
      <Group gap="xs">
        <Text fw={600}>{exchangePurposes[purpose]}</Text>
        <SeverityBadge severity={failed(exchange) ? 'error' : 'passed'}>
          {answer === null ? 'No answer' : `HTTP ${answer.status}`}
        </SeverityBadge>
      </Group>
      <Text fz="sm" className={styles.address}>
        {method} {url}
      </Text>
      <pre className={styles.body} data-part="sent">
        {[...lines(headers, ': '), '', ...(form === null ? [] : lines(form, '='))].join('\n').trim()}
      </pre>
      {failure !== null && <Text c="dimmed">{failure}</Text>}
      {answer !== null && (
        <pre className={styles.body} data-part="answered">
          {pretty(answer.body ?? '(no text)')}
        </pre>
      )}
    </div>
  )
}

const lines = (fields: Readonly<Record<string, string>>, between: string) =>
  Object.entries(fields).map(([name, value]) => `${name}${between}${value}`)

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body === '' ? '(empty)' : body
  }
}
