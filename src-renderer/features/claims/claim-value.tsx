import { Text } from '@mantine/core'
import type { MappedClaim } from '../../lib/claims/preview-profile.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { Sensitive } from '../../ui/values/sensitive.tsx'
import { memberWords } from './claim-words.ts'
import styles from './mapping-editor.module.css'

interface ClaimValueProps {
  readonly claim: MappedClaim
  readonly names: readonly string[]
  readonly isReceived: boolean
}

/** What a profile member would be, and from which attribute; before a login, which attributes are looked for. */
export function ClaimValue({ claim: { member, from, values }, names, isReceived }: ClaimValueProps) {
  const lookedFor = namesInShort(names)
  if (!isReceived)
    return (
      <Text c="dimmed" className={styles.value}>
        {lookedFor}
      </Text>
    )
  return (
    <div className={styles.value}>
      {from === null ? (
        <SeverityBadge severity={member === 'email' ? 'error' : 'warning'}>Missing</SeverityBadge>
      ) : (
        keyed(values, (value) => value).map(({ key, item }) => (
          <div key={key}>
            <Sensitive kind="personal" value={item} what={memberWords[member].toLowerCase()} />
          </div>
        ))
      )}
      <Text c="dimmed" fz="xs">
        {from === null ? (
          `Looked for ${lookedFor}`
        ) : (
          <>
            From <code>{from}</code>
          </>
        )}
      </Text>
    </div>
  )
}

const SHOWN = 3

function namesInShort(names: readonly string[]): string {
  if (names.length === 0) return 'no attribute'
  const shown = names.slice(0, SHOWN).join(', ')
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown
}
