import { CloseButton, Text } from '@mantine/core'
import { compareEntities } from '#shared/comparison/compare-entities.ts'
import type { DifferenceWords } from '#shared/findings/difference-words.ts'
import { differenceWords } from '#shared/findings/entity-difference-words.ts'
import type { Severity } from '#shared/model/finding.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import { keyed } from '../../lib/lists/keyed.ts'
import { Section } from '../../ui/page/section.tsx'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import { RelativeTime } from '../../ui/values/relative-time.tsx'
import styles from './version-changes.module.css'

interface VersionChangesProps {
  readonly before: IdentityProvider
  readonly after: IdentityProvider
  readonly onDismiss: () => void
}

const severities: Readonly<Record<DifferenceWords['weight'], Severity>> = {
  breaks: 'error',
  watch: 'warning',
  harmless: 'info',
}

/** What the metadata that was just loaded says differently from what was there before, in words. */
export function VersionChanges({ before, after, onDismiss }: VersionChangesProps) {
  const was = entityOf(before)
  const is = entityOf(after)
  if (was === undefined || is === undefined) return null
  const differences = compareEntities(was, is).map(differenceWords)
  return (
    <Section
      title="What changed"
      text={
        <>
          Against what was loaded <RelativeTime instant={before.loadedAt} />
        </>
      }
      aside={<CloseButton aria-label="Dismiss what changed" onClick={onDismiss} />}
    >
      {differences.length === 0 ? (
        <Text role="status">Nothing. Keys, addresses and everything else that matters are the same.</Text>
      ) : (
        <ul className={styles.changes} aria-live="polite">
          {keyed(differences, ({ says }) => says).map(({ key, item: { says, means, weight } }) => (
            <li key={key} className={styles.change}>
              <SeverityIcon severity={severities[weight]} size={18} />
              <div>
                <Text fw={500}>{says}</Text>
                <Text c="dimmed">{means}</Text>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Typed values are judged as the metadata they stand for, so that every version has its entity. */
const entityOf = ({ entityId, judgement }: IdentityProvider) =>
  judgement.entities.find((entity) => entity.entityId === entityId && entity.roles.includes('idp'))
