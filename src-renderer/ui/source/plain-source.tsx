import { Text } from '@mantine/core'
import type { SourceLanguage } from './source-editor.ts'
import { SourceFrame } from './source-frame.tsx'
import { useSourceEditor } from './use-source-editor.ts'

interface PlainSourceProps {
  readonly text: string
  readonly language: SourceLanguage
  /** What it is, for screen readers: “ID token”. */
  readonly label: string
}

/** JSON or text as it came. */
export function PlainSource({ text, language, label }: PlainSourceProps) {
  const editor = useSourceEditor(text, label, language, null)
  const layout = (
    <Text fz="xs" c="dimmed">
      Decoded
    </Text>
  )
  return <SourceFrame {...editor} layout={layout} copied={text} label={label} />
}
