import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Severity } from '#shared/model/finding.ts'
import { prettyXml } from '../../lib/text/pretty-xml.ts'
import { markedRange, offsetOf } from '../../lib/text/source-place.ts'
import { SourceFrame } from './source-frame.tsx'
import { useSourceEditor } from './use-source-editor.ts'

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
  const editor = useSourceEditor(text, label, 'xml', placed)
  const choice = (
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
  )
  return <SourceFrame {...editor} layout={choice} copied={xml} label={label} />
}

function place(mark: SourceMark, received: string, text: string, translate: (offset: number) => number) {
  const offset = offsetOf(received, mark.line, mark.column)
  if (offset === null) return null
  return { range: markedRange(text, translate(offset)), severity: mark.severity, message: mark.message }
}
