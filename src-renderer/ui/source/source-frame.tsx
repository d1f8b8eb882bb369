import { openSearchPanel } from '@codemirror/search'
import type { EditorView } from '@codemirror/view'
import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode, RefObject } from 'react'
import { CopyButton } from '../values/copy-button.tsx'
import styles from './source.module.css'

interface SourceFrameProps {
  /** At the left of the bar: how it is laid out. */
  readonly layout: ReactNode
  readonly copied: string
  /** What it is, for screen readers: “Response”. */
  readonly label: string
  readonly view: RefObject<EditorView | null>
  /** Where the editor is put. */
  readonly parent: RefObject<HTMLDivElement | null>
}

/** A text with its bar: layout, search, copy. */
export function SourceFrame({ layout, copied, label, view, parent }: SourceFrameProps) {
  return (
    <div className={styles.root}>
      <Group justify="space-between" gap="xs" className={styles.bar}>
        {layout}
        <Group gap={4}>
          <Tooltip label="Search (Ctrl+F)">
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Search in ${label}`}
              onClick={() => view.current && openSearchPanel(view.current)}
            >
              <IconSearch size={15} stroke={1.8} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <CopyButton text={copied} what={label} />
        </Group>
      </Group>
      <div ref={parent} className={styles.editor} />
    </div>
  )
}
