import { inspectedKindWords } from '#shared/findings/inspection-words.ts'
import type { InspectedPart } from '#shared/model/inspection.ts'
import { inspectionVerdict } from '../../lib/inspection/inspection-verdict.ts'
import { VirtualList } from '../../ui/lists/virtual-list.tsx'
import { Section } from '../../ui/page/section.tsx'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import styles from './lists.module.css'

interface PartListProps {
  readonly parts: readonly InspectedPart[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

const ROW = 36

/** Every message and token inside, with what it comes to. */
export function PartList({ parts, chosen, onChoose }: PartListProps) {
  const rows = parts.map((part, index) => ({ part, index }))
  return (
    <Section title={parts.length === 1 ? 'Found inside' : `Found inside: ${parts.length}`}>
      <VirtualList
        items={rows}
        label="Found inside"
        rowHeight={ROW}
        maximumHeight={ROW * 6}
        keyOf={({ index }) => index}
      >
        {({ part, index }) => {
          const { severity, sentence } = inspectionVerdict(part)
          return (
            <button
              type="button"
              className={styles.part}
              aria-pressed={index === chosen}
              onClick={() => onChoose(index)}
            >
              <SeverityIcon severity={severity} size={16} />
              <span className={styles.kind}>{inspectedKindWords[part.kind].name}</span>
              <span className={styles.place}>{part.place}</span>
              <span className={styles.sentence}>{sentence}</span>
            </button>
          )
        }}
      </VirtualList>
    </Section>
  )
}
