import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import styles from './virtual-list.module.css'

interface VirtualListProps<T> {
  readonly items: readonly T[]
  readonly label: string
  /** Pixels. */
  readonly rowHeight: number
  /** Pixels at most; fewer rows make it lower. */
  readonly maximumHeight: number
  readonly keyOf: (item: T) => string | number
  readonly children: (item: T) => ReactNode
}

/** A long list of which only what is seen is drawn: ten thousand rows cost what twenty do. */
export function VirtualList<T>({ items, label, rowHeight, maximumHeight, keyOf, children }: VirtualListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const height = Math.min(maximumHeight, items.length * rowHeight)
  return (
    <div ref={scroller} className={styles.scroller} style={{ height }}>
      <ul
        className={styles.rows}
        style={{ height: virtual.getTotalSize() }}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
        tabIndex={0}
      >
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const item = items[index] as T
          return (
            <li
              key={keyOf(item)}
              className={styles.row}
              style={{ height: size, transform: `translateY(${start}px)` }}
              aria-setsize={items.length}
              aria-posinset={index + 1}
            >
              {children(item)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
