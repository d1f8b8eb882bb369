import { Button, TagsInput, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { MappedClaim, ProfileMember } from '../../lib/claims/preview-profile.ts'
import { ClaimValue, LookedFor } from './claim-value.tsx'
import { memberWords } from './claim-words.ts'
import styles from './mapping-editor.module.css'

interface MappingRowProps {
  readonly member: ProfileMember
  /** Null before a login was accepted. */
  readonly claim: MappedClaim | null
  readonly names: string[]
  /** Names that arrived: offered while typing. */
  readonly known: readonly string[]
  readonly onChange: (names: string[]) => void
}

/** One profile member: its value, where it came from, and the names that may carry it. */
export function MappingRow({ member, claim, names, known, onChange }: MappingRowProps) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const word = memberWords[member]
  return (
    <div className={styles.row}>
      <div>
        <Text fw={500}>{word}</Text>
        {member === 'email' && (
          <Text c="dimmed" fz="xs">
            Required
          </Text>
        )}
      </div>
      {claim === null ? <LookedFor names={names} /> : <ClaimValue claim={claim} names={names} />}
      <Button
        variant="default"
        size="xs"
        aria-expanded={isOpen}
        aria-label={`${isOpen ? 'Done changing' : 'Change'} ${word.toLowerCase()}`}
        onClick={toggle}
      >
        {isOpen ? 'Done' : 'Change'}
      </Button>
      {isOpen && (
        <TagsInput
          className={styles.names}
          label={`Attribute names for the ${word.toLowerCase()}`}
          description="In this order: the first that arrives is taken."
          value={names}
          data={known.filter((name) => !names.includes(name))}
          onChange={onChange}
        />
      )}
    </div>
  )
}
