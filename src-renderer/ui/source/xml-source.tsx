import { openSearchPanel } from '@codemirror/search'
import type { EditorView } from '@codemirror/view'
import { ActionIcon, Group, SegmentedControl, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Severity } from '#shared/model/finding.ts'
import { prettyXml } from '../../lib/text/pretty-xml.ts'
import { markedRange, offsetOf } from '../../lib/text/source-place.ts'
import { CopyButton } from '../values/copy-button.tsx'
import { type PlacedMark, showMark } from './finding-mark.ts'
import styles from './source.module.css'
import { openSource } from './source-editor.ts'

/** A place in the text as received, counted from 1, and what to write beside it. */
export interface SourceMark {
  readonly line: number
  readonly column: number
  readonly severity: Severity
  readonly message: string
}

interface XmlSourceProps {
  readonly xml: string
  /** What it is, for screen readers: “Response”. */
  readonly label: string
  readonly mark: SourceMark | null
}

type Layout = 'pretty' | 'received'

/** XML as it was received or laid out for reading, with a finding's place marked in either. */
export function XmlSource({ xml, label, mark }: XmlSourceProps) {
  const [layout, setLayout] = useState<Layout>('pretty')
  const pretty = useMemo(() => prettyXml(xml), [xml])
  const text = layout === 'pretty' ? pretty.text : xml
  const placed = useMemo(
    () => mark && place(mark, xml, text, layout === 'pretty' ? pretty.toPretty : (offset) => offset),
    [mark, xml, text, layout, pretty],
  )
  const { parent, view } = useSourceEditor(text, label, placed)
  return (
    <div className={styles.root}>
      <Group justify="space-between" gap="xs" className={styles.bar}>
        <SegmentedControl
          size="xs"
          aria-label="Layout"
          value={layout}
          onChange={(value) => setLayout(value === 'pretty' ? 'pretty' : 'received')}
          data={[
            { value: 'pretty', label: 'Pretty' },
            { value: 'received', label: 'As received' },
          ]}
        />
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
          <CopyButton text={xml} what={label} />
        </Group>
      </Group>
      <div ref={parent} className={styles.editor} />
    </div>
  )
}

function useSourceEditor(text: string, label: string, placed: PlacedMark | null) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  useEffect(() => {
    if (parent.current === null) return
    const opened = openSource(parent.current, text, label)
    view.current = opened
    return () => opened.destroy()
  }, [text, label])
  useEffect(() => {
    if (view.current !== null) showMark(view.current, placed)
  }, [placed])
  return { parent, view }
}

function place(mark: SourceMark, received: string, text: string, translate: (offset: number) => number) {
  const offset = offsetOf(received, mark.line, mark.column)
  if (offset === null) return null
  return { range: markedRange(text, translate(offset)), severity: mark.severity, message: mark.message }
}
