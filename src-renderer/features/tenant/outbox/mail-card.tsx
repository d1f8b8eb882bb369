import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { OutboxMail } from '#shared/http-api/outbox.ts'
import { keyed } from '../../../lib/lists/keyed.ts'
import { CopyButton } from '../../../ui/values/copy-button.tsx'
import { RelativeTime } from '../../../ui/values/relative-time.tsx'
import { Sensitive } from '../../../ui/values/sensitive.tsx'
import styles from './mail-card.module.css'

/** To whom, what about, and until when it works; the text on request, its links masked. */
export function MailCard({ mail: { to, subject, text, createdAt, expiresAt } }: { mail: OutboxMail }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <article className={styles.card} aria-label={subject}>
      <Group justify="space-between" gap="xs">
        <div className={styles.heading}>
          <Text fw={500}>{subject}</Text>
          <Group gap="xs" c="dimmed" fz="sm">
            <Sensitive kind="personal" value={to} what="recipient" />
            <span aria-hidden>·</span>
            <RelativeTime instant={createdAt} />
            <span aria-hidden>·</span>
            <span>
              expires <RelativeTime instant={expiresAt} />
            </span>
          </Group>
        </div>
        <Button variant="default" size="xs" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? 'Hide text' : 'Show text'}
        </Button>
      </Group>
      {isOpen && (
        <div className={styles.text}>
          {keyed(text.split('\n'), (line) => line).map(({ key, item }) => (
            <Line key={key} line={item} />
          ))}
        </div>
      )}
    </article>
  )
}

const link = /https?:\/\/\S+/

function Line({ line }: { line: string }) {
  const url = link.exec(line)?.[0]
  if (url === undefined) return <p className={styles.line}>{line}</p>
  const [before = '', after = ''] = line.split(url)
  return (
    <p className={styles.line}>
      {before}
      <Sensitive kind="secret" value={url} what="link" />
      <CopyButton text={url} what="link" />
      {after}
    </p>
  )
}
