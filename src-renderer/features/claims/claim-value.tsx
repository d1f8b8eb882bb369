import { Text } from '@mantine/core'
import type { MappedClaim } from '../../lib/claims/preview-profile.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { Sensitive } from '../../ui/values/sensitive.tsx'
import { memberWords } from './claim-words.ts'
import styles from './mapping-editor.module.css'

const flawWords: Readonly<Record<NonNullable<MappedClaim['flaw']>, string>> = {
  missing: 'Missing',
  empty: 'Empty',
  several: 'Several values',
}

/** What a profile member would be, and from which attribute; or why it would be nothing. */
export function ClaimValue({ claim, names }: { claim: MappedClaim; names: readonly string[] }) {
  const { member, from, values, flaw } = claim
  return (
    <div className={styles.value}>
      {keyed(values, (value) => value).map(({ key, item }) => (
        <div key={key}>
          <Sensitive kind="personal" value={item} what={memberWords[member].toLowerCase()} />
        </div>
      ))}
      {flaw !== null && (
        <SeverityBadge severity={member === 'email' ? 'error' : 'warning'}>{flawWords[flaw]}</SeverityBadge>
      )}
      <Text c="dimmed" fz="xs">
        {from === null ? (
          `Looked for ${namesInShort(names)}`
        ) : (
          <>
            From <code>{from}</code>
          </>
        )}
      </Text>
    </div>
  )
}

/** Before anything arrived: what will be looked for. */
export function LookedFor({ names }: { names: readonly string[] }) {
  return (
    <Text c="dimmed" className={styles.value}>
      {namesInShort(names)}
    </Text>
  )
}

const SHOWN = 3

function namesInShort(names: readonly string[]): string {
  if (names.length === 0) return 'no attribute'
  const shown = names.slice(0, SHOWN).join(', ')
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown
}
