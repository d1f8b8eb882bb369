import { openSearchPanel } from '@codemirror/search'
import type { EditorView } from '@codemirror/view'
import { ActionIcon, Group, Text, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { CopyButton } from '../values/copy-button.tsx'
import styles from './source.module.css'
import { openSource, type SourceLanguage } from './source-editor.ts'

interface PlainSourceProps {
  readonly text: string
  readonly language: SourceLanguage
  /** What it is, for screen readers: “ID token”. */
  readonly label: string
}

/** JSON or text as it came. */
export function PlainSource({ text, language, label }: PlainSourceProps) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  useEffect(() => {
    if (parent.current === null) return
    const opened = openSource(parent.current, text, label, language)
    view.current = opened
    return () => opened.destroy()
  }, [text, label, language])
  return (
    <div className={styles.root}>
      <Group justify="space-between" gap="xs" className={styles.bar}>
        <Text fz="xs" c="dimmed">
          Decoded
        </Text>
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
          <CopyButton text={text} what={label} />
        </Group>
      </Group>
      <div ref={parent} className={styles.editor} />
    </div>
  )
}
