import { inspectedKindWords } from '#shared/findings/inspection-words.ts'
import type { InspectedExchange, InspectedPart } from '#shared/model/inspection.ts'
import { VirtualList } from '../../ui/lists/virtual-list.tsx'
import { Section } from '../../ui/page/section.tsx'
import styles from './lists.module.css'

interface ExchangeListProps {
  readonly exchanges: readonly InspectedExchange[]
  readonly parts: readonly InspectedPart[]
  readonly chosen: number
  /** With the message that an exchange carried. */
  readonly onChoose: (index: number) => void
}

const ROW = 32

/** What the browser did, step by step. A step that carried a message leads to it. */
export function ExchangeList({ exchanges, parts, chosen, onChoose }: ExchangeListProps) {
  return (
    <Section title={`Recorded steps: ${exchanges.length}`}>
      <VirtualList
        items={exchanges}
        label="Recorded steps"
        rowHeight={ROW}
        maximumHeight={ROW * 10}
        keyOf={({ number }) => number}
      >
        {(exchange) => (
          <Exchange
            exchange={exchange}
            carries={exchange.parts.flatMap((index) => {
              const part = parts[index]
              return part === undefined ? [] : [{ index, name: inspectedKindWords[part.kind].name }]
            })}
            chosen={chosen}
            onChoose={onChoose}
          />
        )}
      </VirtualList>
    </Section>
  )
}

interface ExchangeProps {
  readonly exchange: InspectedExchange
  readonly carries: readonly { readonly index: number; readonly name: string }[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

function Exchange({ exchange: { number, method, address, status }, carries, chosen, onChoose }: ExchangeProps) {
  return (
    <div className={styles.exchange}>
      <span className={styles.number}>{number}</span>
      <span className={styles.method}>{method}</span>
      <span className={styles.status}>{status ?? 'none'}</span>
      <span className={styles.address} title={address}>
        {address}
      </span>
      <span className={styles.carries}>
        {carries.map(({ index, name }) => (
          <button
            key={index}
            type="button"
            className={styles.carried}
            aria-pressed={index === chosen}
            onClick={() => onChoose(index)}
          >
            {name}
          </button>
        ))}
      </span>
    </div>
  )
}
