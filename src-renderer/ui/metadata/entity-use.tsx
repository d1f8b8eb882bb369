import { List } from '@mantine/core'
import { entityUse } from '#shared/findings/entity-use-words.ts'
import type { MetadataEntity } from '#shared/model/judgement.ts'
import { useNow } from '../../lib/format/clock.tsx'
import { Section } from '../page/section.tsx'

interface EntityUseProps {
  readonly entity: MetadataEntity
  /** Behind the title, where a page has several. */
  readonly inPlace?: string
}

/** Of all that metadata says, what the other side would work with: where it sends people, which keys it believes. */
export function EntityUse({ entity, inPlace = '' }: EntityUseProps) {
  const sentences = entityUse(entity, useNow())
  if (sentences.length === 0) return null
  return (
    <Section title={`What would be used${inPlace}`}>
      <List spacing={4} style={{ overflowWrap: 'anywhere' }}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Section>
  )
}
