import { Button, TagsInput, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { MappedClaim } from '../../lib/claims/preview-profile.ts'
import { ClaimValue } from './claim-value.tsx'
import { memberWords } from './claim-words.ts'
import styles from './mapping-editor.module.css'

interface MappingRowProps {
  readonly claim: MappedClaim
  readonly names: string[]
  /** Names that arrived: offered while typing. */
  readonly known: string[]
  readonly isReceived: boolean
  readonly onChange: (names: string[]) => void
}

/** One profile member: its value, where it came from, and the names that may carry it. */
export function MappingRow({ claim, names, known, isReceived, onChange }: MappingRowProps) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const member = memberWords[claim.member]
  return (
    <div className={styles.row}>
      <div>
        <Text fw={500}>{member}</Text>
        {claim.member === 'email' && (
          <Text c="dimmed" fz="xs">
            Required
          </Text>
        )}
      </div>
      <ClaimValue claim={claim} names={names} isReceived={isReceived} />
      <Button variant="default" size="xs" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? 'Done' : 'Change'}
      </Button>
      {isOpen && (
        <TagsInput
          className={styles.names}
          label={`Attribute names for the ${member.toLowerCase()}`}
          description="In this order: the first that arrives with a value is taken."
          value={names}
          data={known.filter((name) => !names.includes(name))}
          onChange={onChange}
        />
      )}
    </div>
  )
}
